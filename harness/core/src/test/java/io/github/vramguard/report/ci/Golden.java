package io.github.vramguard.report.ci;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What reports of {@link Runs#all()} are to be. */
final class Golden {

    private Golden() {}

    static String text(String name) {
        try (InputStream file = Objects.requireNonNull(Golden.class.getResourceAsStream("/report/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
