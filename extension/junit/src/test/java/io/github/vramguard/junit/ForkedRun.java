package io.github.vramguard.junit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;
import io.github.vramguard.source.linux.KernelIds;
import io.github.vramguard.standin.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs test cases in a JVM of its own, in which the stand-in is the driver of the GPUs: a driver is looked for once in the
 * life of a JVM.
 */
final class ForkedRun {

    private static final String START_QUICKLY = "-XX:TieredStopAtLevel=1";
    private static final String METHOD = "=== ";

    private final Path directory;
    private final List<String> settings = new ArrayList<>();

    private ForkedRun(Path directory) {
        this.directory = directory;
    }

    /** Skips the test where there is no C compiler, or where another PID namespace would make a driver untrustworthy. */
    static ForkedRun in(Path directory) {
        assumeTrue(StandIn.isPossible(), StandIn.NEEDS);
        assumeTrue(KernelIds.areIn(Path.of("/proc")), "the stand-in lists processes as in the initial PID namespace");
        return new ForkedRun(directory);
    }

    ForkedRun with(String key, String value) {
        settings.add("-D" + key + "=" + value);
        return this;
    }

    /** Runs a method of {@link StandInCases} and returns what became of it: {@code passed}, {@code failed: …}, and the log. */
    String run(String method) throws IOException, InterruptedException {
        return runEach(method).get(method);
    }

    /** Runs methods one after the other in the same JVM. */
    Map<String, String> runEach(String... methods) throws IOException, InterruptedException {
        List<String> flags = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED", START_QUICKLY));
        flags.addAll(settings);
        String[] arguments = Stream.concat(Stream.of(directory.toString()), Stream.of(methods))
                .toArray(String[]::new);
        return byMethod(OwnJvm.run(directory, flags, ForkedRun.class, arguments));
    }

    private static Map<String, String> byMethod(String printed) {
        return Stream.of(printed.split(METHOD, -1))
                .skip(1)
                .map(part -> part.split("\n", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    /** Runs in the JVM that was forked. */
    public static void main(String[] arguments) {
        StandInCases.GPUS.start(Path.of(arguments[0]));
        NativeLibrary.addSearchPath(
                "libnvidia-ml.so.1", StandInCases.GPUS.driver().directory().toString());
        for (String method : Arrays.asList(arguments).subList(1, arguments.length)) {
            print(METHOD + method);
            runHere(method);
            StandInCases.GPUS.giveBack();
        }
    }

    private static void runHere(String method) {
        Ran ran = Kit.measuring("gpu0,children")
                .with("vramguard.settle.gpu-window", System.getProperty("patience", "20"))
                .run(StandInCases.class, method);
        ran.failures().forEach(failure -> print("failed: " + failure.getMessage()));
        ran.aborts().forEach(reason -> print("aborted: " + reason));
        ran.skips().forEach(reason -> print("skipped: " + reason));
        print("passed: " + ran.succeeded());
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
