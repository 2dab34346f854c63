package io.github.vramguard.gpucheck;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A program or library in C.
 *
 * @param file its source
 */
record CSource(Path file) {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    static CSource named(String name) throws URISyntaxException {
        return new CSource(Path.of(Objects.requireNonNull(CSource.class.getResource("/gpucheck/" + name))
                .toURI()));
    }

    Path library(Path made) throws Exception {
        return compile(made, "-shared", "-fPIC");
    }

    Path program(Path made) throws Exception {
        return compile(made);
    }

    /** A compiler's warning is an error. */
    private Path compile(Path made, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("cc", "-Wall", "-Wextra", "-Werror", "-O2"));
        command.addAll(List.of(options));
        command.addAll(List.of("-o", made.toString(), file.toString(), "-ldl"));
        Ran ran = Ran.program(DEADLINE, command);
        if (!ran.succeeded()) {
            throw new IllegalStateException(ran.output());
        }
        return made;
    }
}
