/** Measures the memory of processes and GPUs, and judges whether it returns to its baseline. */
// Awaitility has no module name of its own, and the modules that are named here come later in the build
@SuppressWarnings({"module", "requires-automatic"})
module io.github.vramguard {
    requires awaitility;
    requires com.fasterxml.jackson.databind;
    requires com.sun.jna;
    requires java.management;
    requires java.net.http;
    requires java.xml;
    requires jdk.management;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports io.github.vramguard;
    exports io.github.vramguard.measure;
    exports io.github.vramguard.memory;
    exports io.github.vramguard.model;
    exports io.github.vramguard.server;
    exports io.github.vramguard.source.spi;
    exports io.github.vramguard.verdict;
    // The other modules of this project; nothing is promised to anyone else
    exports io.github.vramguard.baseline to
            io.github.vramguard.junit;
    exports io.github.vramguard.config to
            io.github.vramguard.cli,
            io.github.vramguard.junit;
    exports io.github.vramguard.gate to
            io.github.vramguard.cli,
            io.github.vramguard.junit;
    exports io.github.vramguard.message to
            io.github.vramguard.cli,
            io.github.vramguard.junit;
    exports io.github.vramguard.report to
            io.github.vramguard.junit;
    exports io.github.vramguard.report.ci to
            io.github.vramguard.cli,
            io.github.vramguard.junit;
    exports io.github.vramguard.rule to
            io.github.vramguard.cli,
            io.github.vramguard.junit;
    exports io.github.vramguard.run to
            io.github.vramguard.cli,
            io.github.vramguard.junit;
    exports io.github.vramguard.source to
            io.github.vramguard.cli,
            io.github.vramguard.junit;
    exports io.github.vramguard.source.linux to
            io.github.vramguard.cli;
    exports io.github.vramguard.source.malloc to
            io.github.vramguard.cli;
    exports io.github.vramguard.statistics to
            io.github.vramguard.cli;

    // Jackson writes and reads records, and JNA fills the fields of a structure, by reflection
    opens io.github.vramguard.run to
            com.fasterxml.jackson.databind;
    opens io.github.vramguard.source.malloc to
            com.sun.jna;

    uses io.github.vramguard.source.spi.MemorySource;
    uses io.github.vramguard.source.spi.StartedContainers;
    uses io.github.vramguard.source.spi.TargetConverter;
}
