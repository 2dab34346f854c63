package io.github.vramguard;

import io.github.vramguard.api.PromisedApi;

class ApiTests extends PromisedApi {

    ApiTests() {
        super(LoadUnloadHarness.class);
    }
}
