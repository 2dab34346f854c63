/** The command line. It is run, never called. */
module io.github.vramguard.cli {
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires io.github.vramguard;
    requires static org.jspecify;

    // picocli makes commands and sets their options by reflection
    opens io.github.vramguard.cli to
            info.picocli;
    opens io.github.vramguard.cli.compare to
            info.picocli;
    opens io.github.vramguard.cli.cycle to
            info.picocli;
    opens io.github.vramguard.cli.doctor to
            info.picocli;
    opens io.github.vramguard.cli.history to
            info.picocli;
    opens io.github.vramguard.cli.judge to
            info.picocli;
    opens io.github.vramguard.cli.model to
            info.picocli;
    opens io.github.vramguard.cli.report to
            info.picocli;
    opens io.github.vramguard.cli.usage to
            info.picocli;
    opens io.github.vramguard.cli.watch to
            info.picocli;
    // Jackson writes and reads records by reflection
    opens io.github.vramguard.history to
            com.fasterxml.jackson.databind;
}
