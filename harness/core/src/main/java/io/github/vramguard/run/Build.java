package io.github.vramguard.run;

import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The build that a JVM belongs to: the Java process that has started it, which is Maven, a daemon of Gradle or a development
 * environment, or else the JVM itself. Builds that one daemon runs are told apart by nothing, and need not be: of a test
 * that ran more than once, the last time counts.
 *
 * @param pid the process
 * @param started when it started, because numbers of processes come again: in clock ticks since the system did, or where
 *     there are none in milliseconds since 1970
 */
public record Build(long pid, long started) {

    private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)(\\..*)?");

    /**
     * Returns the build of this JVM.
     *
     * @param starts when a process started
     * @return the build
     */
    public static Build ofThisJvm(ToLongFunction<ProcessHandle> starts) {
        ProcessHandle self = ProcessHandle.current();
        ProcessHandle builder = Stream.iterate(
                        self.parent(), Optional::isPresent, parent -> parent.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(Build::isJava)
                .findFirst()
                .orElse(self);
        return new Build(builder.pid(), starts.applyAsLong(builder));
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("java") || command.endsWith("java.exe"))
                .isPresent();
    }

    static Optional<Build> parse(String text) {
        Matcher name = NAME.matcher(text);
        return name.matches()
                ? Optional.of(new Build(Long.parseLong(name.group(1)), Long.parseLong(name.group(2))))
                : Optional.empty();
    }

    boolean isAlive(ToLongFunction<ProcessHandle> starts) {
        return ProcessHandle.of(pid)
                .filter(process -> starts.applyAsLong(process) == started)
                .isPresent();
    }

    @Override
    public String toString() {
        return pid + "-" + started;
    }
}
