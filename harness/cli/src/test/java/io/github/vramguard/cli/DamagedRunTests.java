package io.github.vramguard.cli;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.run.Measured;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.RunDirectory;
import io.github.vramguard.run.RunFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in which one value is not what it should be: whatever reads them says so, and none fails in its own code. */
class DamagedRunTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path place;

    private JsonNode run = JSON.nullNode();

    @BeforeEach
    void measure() throws IOException {
        long[] threads = flat(3, 12);
        threads[12] = GAP;
        Trace trace = trace().with(Pool.HEAP, growing(1 << 26, 1 << 20, 12))
                .with(Pool.THREADS, threads)
                .build()
                .expecting(new TokenCache(1024, OptionalLong.of(1 << 20)));
        MeasuredTest leaks = RunFixture.leakTest(
                "leaks", trace.with("turn", 64, trace.snapshots().get(3)));
        MeasuredTest peaks = Measured.test(
                "com.acme.ModelTests#peaks()", Result.PASSED, Measured.peak(Pool.gpu(0), 1 << 30, 2L << 30));
        new RunDirectory(place.resolve("whole")).write(RunFixture.run(leaks, peaks));
        run = JSON.readTree(place.resolve("whole/run.json").toFile());
    }

    @Test
    void oneAbsentValueIsNoFailure() throws IOException {
        oneDamagedValueIsNoFailure("null");
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"\"what\"", "-1", "1e99", "[]", "[null]", "{}"})
    void oneDamagedValueIsNoFailure(String damage) throws IOException {
        for (String pointer : pointers("", run)) {
            JsonNode damaged = run.deepCopy();
            put(damaged, pointer, JSON.readTree(damage));
            Files.createDirectories(place.resolve("damaged"));
            JSON.writeValue(place.resolve("damaged/run.json").toFile(), damaged);
            assertThat(told())
                    .as("what is told of a run with %s at %s", damage, pointer)
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aTestThatDoesNotFitTogetherIsNamed() throws IOException {
        Files.createDirectories(place.resolve("damaged"));
        put(run, "/tests/0/pools/0/unit", JSON.getNodeFactory().textNode("MILES"));
        JSON.writeValue(place.resolve("damaged/run.json").toFile(), run);
        assertThat(told("compare", "whole", "damaged")).contains("run.json is not a run of VramGuard", "MILES");
    }

    /** Where each value is; of a list, the first one stands for the others. */
    private static List<String> pointers(String at, JsonNode node) {
        List<String> pointers = new ArrayList<>(List.of(at));
        node.properties().forEach(member -> pointers.addAll(pointers(at + "/" + member.getKey(), member.getValue())));
        if (node.isArray() && !node.isEmpty()) {
            pointers.addAll(pointers(at + "/0", node.get(0)));
        }
        return pointers.stream().filter(pointer -> !pointer.isEmpty()).toList();
    }

    private static void put(JsonNode run, String pointer, JsonNode value) {
        int end = pointer.lastIndexOf('/');
        JsonNode parent = run.at(pointer.substring(0, end));
        if (parent instanceof ArrayNode list) {
            list.set(0, value);
        } else {
            ((ObjectNode) parent).set(pointer.substring(end + 1), value);
        }
    }

    private String told() {
        return told(
                        "report",
                        "--formats",
                        "html,markdown,junit,gitlab,github,benchmark,bencher",
                        "--out",
                        "out",
                        "damaged")
                + told("compare", "whole", "damaged", "--markdown", "comment.md")
                + told("compare", "damaged", "whole")
                + told("history", "add", "damaged", "--commit", "c0ffee1", "--time", "2026-11-24T12:00:00Z")
                + told("history", "show", "--html", "history.html");
    }

    /** What a command prints; its files are in the directory of the test. */
    private String told(String... words) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            boolean isPath = List.of("whole", "damaged", "out", "comment.md", "history.html")
                    .contains(words[i]);
            arguments.add(isPath ? place.resolve(words[i]).toString() : words[i]);
        }
        if (words[0].equals("history")) {
            arguments.addAll(List.of("--file", place.resolve("history.jsonl").toString()));
        }
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed, true);
        InputStream nothing = new ByteArrayInputStream(new byte[0]);
        Main.run(nothing, out, out, arguments.toArray(String[]::new));
        return printed.toString();
    }
}
