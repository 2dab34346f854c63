package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.usage.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The request to a model whose inputs only the model itself defines. */
final class RequestOption implements AskedOption {

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description =
                    "what is sent to the model in each cycle, JSON of the KServe protocol (v2/models/MODEL/infer)")
    private Optional<Path> request = Optional.empty();

    @Override
    public Optional<String> text() {
        return request.map(RequestOption::read);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInput("--request " + file + ": cannot be read: " + e);
        }
    }
}
