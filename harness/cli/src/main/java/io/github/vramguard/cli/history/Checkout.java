package io.github.vramguard.cli.history;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.history.Commit;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the commit that is checked out, from a CI service or Git.
 *
 * @param directory one in the repository
 * @param environment the environment of this process
 */
record Checkout(Path directory, Map<String, String> environment) {

    private static final List<String> COMMITS = List.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT");
    private static final String TIME = "CI_COMMIT_TIMESTAMP";
    private static final String HASH = "[0-9a-f]{7,64}";
    private static final long TIMEOUT_SECONDS = 10;

    /** Returns the named commit, or else the one that is checked out. */
    Commit commit(@Nullable String named, @Nullable String time) {
        Optional<String> name = Optional.ofNullable(named).or(this::ofService);
        String id = git("rev-parse", "--verify", "--quiet", "--end-of-options", name.orElse("HEAD") + "^{commit}")
                .or(() -> name.map(Checkout::hash))
                .orElseThrow(
                        () -> new BadInput("the commit is unknown: give --commit, or run this in a Git repository"));
        return new Commit(
                id,
                Optional.ofNullable(time)
                        .or(() -> git("show", "-s", "--format=%cI", id + "^{commit}"))
                        .or(() -> Optional.ofNullable(environment.get(TIME)))
                        .map(Checkout::parse)
                        .orElseThrow(() -> new BadInput("Git does not know when " + id
                                + " was made; say so with --time, such as --time 2026-11-24T12:00:00Z")));
    }

    /** Without Git, only a hash is accepted: a branch may be another commit tomorrow. */
    private static String hash(String name) {
        String hash = name.toLowerCase(Locale.ROOT);
        if (!hash.matches(HASH)) {
            throw new BadInput(
                    "\"" + name + "\" is not a commit that Git knows here; give its hash, 7 to 64 hexadecimal digits");
        }
        return hash;
    }

    private Optional<String> ofService() {
        return COMMITS.stream()
                .map(environment::get)
                .filter(Objects::nonNull)
                .filter(id -> !id.isBlank())
                .findFirst();
    }

    private static Instant parse(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException wrong) {
            throw new BadInput("\"" + time + "\" is not a time; write 2026-11-24T12:00:00Z");
        }
    }

    private Optional<String> git(String... arguments) {
        try {
            Process git = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments))
                            .toList())
                    .directory(new File(directory.toAbsolutePath().toString()))
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!git.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return Optional.empty();
            }
            String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.exitValue() == 0 && !printed.isEmpty() ? Optional.of(printed) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
