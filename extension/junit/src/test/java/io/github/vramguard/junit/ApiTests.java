package io.github.vramguard.junit;

import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.api.PromisedApi;

class ApiTests extends PromisedApi {

    ApiTests() {
        super(NoLeak.class, LoadUnloadHarness.class);
    }
}
