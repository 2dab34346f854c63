package io.github.vramguard.cli.history;

import io.github.vramguard.history.HistoryFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the history lies: the same option for all that is done with one. */
final class FileOption {

    private static final String USUAL = "vramguard-history.jsonl";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = USUAL,
            description = "the history (default: ${DEFAULT-VALUE})")
    private Path path = Path.of(USUAL);

    HistoryFile file() {
        return new HistoryFile(path);
    }
}
