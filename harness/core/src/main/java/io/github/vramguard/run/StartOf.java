package io.github.vramguard.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a process started, the same to all that ask. Linux counts clock ticks since its own start; the JDK makes a time of day of
 * them by the clock as each JVM finds it, so that two of them differ where it was set meanwhile.
 */
final class StartOf {

    /** The name, in parentheses, may hold any. The start is the 22nd field of all, see proc_pid_stat(5). */
    private static final Pattern TICKS = Pattern.compile("(?s).*\\)(?: \\S+){19} (\\d{1,18})\\s.*");

    private StartOf() {}

    /** Clock ticks, or milliseconds since 1970 where there are none; 0 where nobody tells. */
    static long of(ProcessHandle process) {
        return ticks(Path.of("/proc", Long.toString(process.pid()), "stat"))
                .orElseGet(() ->
                        process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    private static OptionalLong ticks(Path stat) {
        try {
            return Files.isReadable(stat) ? ticks(Files.readString(stat, ISO_8859_1)) : OptionalLong.empty();
        } catch (IOException ended) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong ticks(String stat) {
        Matcher fields = TICKS.matcher(stat);
        return fields.matches() ? OptionalLong.of(Long.parseLong(fields.group(1))) : OptionalLong.empty();
    }
}
