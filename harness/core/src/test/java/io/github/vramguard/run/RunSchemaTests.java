package io.github.vramguard.run;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static io.github.vramguard.run.RunFixture.JVM;
import static io.github.vramguard.run.RunFixture.leakTest;
import static io.github.vramguard.run.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.PeaksFixture;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.BudgetRule;
import io.github.vramguard.schema.Schema;
import io.github.vramguard.source.ProcessStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunSchemaTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema RUN = Schema.named("run");
    private static final Schema LINE = RUN.part("#/$defs/line");

    @TempDir
    private Path place;

    private static MeasuredTest leak() {
        Trace trace = trace().with(Pool.NATIVE, growing(1_000_000, 1 << 20, 12)).build();
        Trace marked = trace.with("turn", 64, trace.snapshots().get(3))
                .with("key", trace.snapshots().get(4))
                .expecting(new TokenCache(131_072, OptionalLong.of(1 << 30)));
        return leakTest("leaks", marked);
    }

    private static MeasuredTest budget() {
        Peaks peaks =
                PeaksFixture.sampled(Map.of(Pool.gpu(0), Reading.of(Pool.gpu(0), 7_000)), 3, Duration.ofMillis(200));
        return MeasuredTest.judged(
                new TestCase("com.acme.ModelTests#fits()", "@VramBudget", "fits()", "src/ModelTests.java", 7),
                JVM.id(),
                2_000,
                "@VramBudget fits(): peak",
                "  facts",
                trace().build(),
                peaks,
                OptionalLong.of(6_000),
                OptionalLong.of(5_000),
                new BudgetRule(new ByteSize(6_000)).judge(peaks));
    }

    private static MeasuredTest unfinished() {
        Trace trace =
                trace().with(Pool.gpu(0), GAP, GAP).with(Pool.THREADS, 4, 5).build();
        TestCase test = new TestCase("com.acme.ModelTests", "@NoLeak", "ModelTests", null, null);
        return MeasuredTest.unjudged(test, JVM.id(), Result.UNFINISHED, "the JVM ended", trace);
    }

    private JsonNode written() throws IOException {
        Path file = new RunDirectory(place).write(run(leak(), budget(), unfinished()));
        return JSON.readTree(file.toFile());
    }

    @Test
    void whatIsWrittenOfARunIsOfTheSchema() throws IOException {
        assertThat(RUN.faults(written())).isEmpty();
    }

    @Test
    void whatAJvmWritesIsOfTheSchemaLineByLine() throws IOException {
        JvmRun begun = JvmRun.begun("1-2", 1_000, RunFixture.MACHINE);
        try (JvmRunFile file = new RunDirectory(place).begin(begun, List.of(), ProcessStart::of)) {
            file.add(leak());
            file.add(unfinished());
            file.end(begun.ended(9_000, 700));
        }

        for (String line : Files.readAllLines(place.resolve("jvm-runs/" + begun.id() + ".jsonl"))) {
            assertThat(LINE.faults(JSON.readTree(line))).as(line).isEmpty();
        }
    }

    /** What {@code .ci/gate} tries the workflows with. */
    @ParameterizedTest
    @ValueSource(strings = {"clean", "leaks"})
    void whatTheWorkflowsAreTriedWithIsOfTheSchemaAndIsRead(String name) throws IOException {
        Path file = Path.of("../cli/src/test/resources/gate", name + ".json");

        assertThat(RUN.faults(JSON.readTree(file.toFile()))).isEmpty();
        assertThat(RunDirectory.readAll(List.of(file)))
                .satisfies(run -> assertThat(run.problems()).isEmpty())
                .satisfies(run -> assertThat(run.tests()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "/format, 2",
        "/jvmRuns/0/machine, null",
        "/jvmRuns/0/startedAt, null",
        "/tests/0/verdict, '\"LEAKED\"'",
        "/tests/0/pools/0/outcome, '\"FINE\"'",
        "/tests/0/pools/0/readings, '[1.5]'",
        "/tests/0/timeline/levels, '[-1]'",
        "/tests/0/unheard, 1",
    })
    void whatIsNotOfTheSchemaIsRefused(String member, String value) throws IOException {
        JsonNode run = written();
        int end = member.lastIndexOf('/');
        ((ObjectNode) run.at(member.substring(0, end))).set(member.substring(end + 1), JSON.readTree(value));

        assertThat(RUN.faults(run)).isNotEmpty();
    }

    @Test
    void aLineIsOfAJvmOrOfATest() throws IOException {
        assertThat(LINE.faults(JSON.readTree("{\"jvmRun\":null,\"test\":null}")))
                .isNotEmpty();
    }
}
