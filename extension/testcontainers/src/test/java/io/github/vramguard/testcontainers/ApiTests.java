package io.github.vramguard.testcontainers;

import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.api.PromisedApi;

class ApiTests extends PromisedApi {

    ApiTests() {
        super(ContainerTarget.class, LoadUnloadHarness.class);
    }
}
