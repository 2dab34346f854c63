package io.github.vramguard.cli.history;

import io.github.vramguard.history.HistoryFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option for the history file, the same for all subcommands. */
final class FileOption {

    private static final String USUAL = "vramguard-history.jsonl";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = USUAL,
            description = "the history file (default: ${DEFAULT-VALUE})")
    private Path path = Path.of(USUAL);

    HistoryFile file() {
        return new HistoryFile(path);
    }
}
