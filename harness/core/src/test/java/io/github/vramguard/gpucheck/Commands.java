package io.github.vramguard.gpucheck;

import static io.github.vramguard.gpucheck.Bench.MIB;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the commands of the runnable jar print while a process holds memory. */
final class Commands {

    private static final List<List<String>> ALL = List.of(List.of("doctor"), List.of("watch", "--count", "3"));

    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private Commands() {}

    /** By command, its output, or why there is none. */
    static Map<String, String> outputs(Bench bench, Options options) {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (List<String> command : ALL) {
            outputs.put(
                    String.join(" ", command),
                    options.jar().map(jar -> output(bench, jar, command)).orElse("NOT CHECKED: the jar was not given"));
        }
        return outputs;
    }

    private static String output(Bench bench, String jar, List<String> command) {
        try (Holder holder = bench.holder()) {
            holder.alloc(256 * MIB);
            List<String> whole = new ArrayList<>(Jvm.command("-jar", jar));
            whole.addAll(command);
            Ran ran = Ran.program(DEADLINE, whole);
            return ran.succeeded() ? ran.output().stripTrailing() : "NOT CHECKED: " + ran.summary();
        } catch (IOException e) {
            return "NOT CHECKED: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "NOT CHECKED: interrupted";
        }
    }
}
