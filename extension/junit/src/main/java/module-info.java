/** Annotations that fail a test when a model does not release its memory, and the same as assertions of AssertJ. */
module io.github.vramguard.junit {
    requires transitive io.github.vramguard;
    requires transitive org.junit.jupiter.api;
    requires static org.assertj.core;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports io.github.vramguard.assertj;
    exports io.github.vramguard.junit;

    // JUnit makes extensions by reflection
    opens io.github.vramguard.junit to
            org.junit.platform.commons;

    provides org.junit.jupiter.api.extension.Extension with
            io.github.vramguard.junit.MemoryParameters;
}
