package io.github.vramguard.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Measured;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.verdict.PoolOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reports that are JSON. */
class JsonReportsTests {

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    @Test
    void gitLabGetsWhatHasNotPassed() {
        assertThat(CodeQuality.of(Runs.all())).isEqualTo(Golden.text("gl-code-quality-report.json"));
    }

    @Test
    void fingerprintsDependOnTheTestAndItsResultButOnNoAmountAndNoLine() {
        String fingerprint = fingerprint(Runs.test("leaks", Result.FAILED, "grows 1 MiB", 12));

        assertThat(fingerprint(Runs.test("leaks", Result.FAILED, "grows 2 MiB", 13)))
                .isEqualTo(fingerprint);
        assertThat(fingerprint(Runs.test("leaksToo", Result.FAILED, "grows 1 MiB", 12)))
                .isNotEqualTo(fingerprint);
        assertThat(fingerprint(Runs.test("leaks", Result.INCONCLUSIVE, "grows 1 MiB", 12)))
                .isNotEqualTo(fingerprint);
    }

    private static String fingerprint(MeasuredTest test) {
        return parse(CodeQuality.of(Runs.of(test))).get(0).get("fingerprint").textValue();
    }

    @Test
    void aTestWhoseFileIsUnknownHasAPlaceAllTheSame() {
        JsonNode location = parse(CodeQuality.of(Runs.of(Runs.test("leaks", Result.FAILED, "grows", null))))
                .get(0)
                .get("location");

        assertThat(location.get("path").textValue()).isEqualTo("com.acme.ModelTests");
        assertThat(location.get("lines").get("begin").intValue()).isOne();
    }

    @Test
    void peaksOfTestsThatWereJudgedAreBenchmarks() {
        assertThat(BenchmarkJson.of(Runs.all())).isEqualTo(Golden.text("benchmark.json"));
    }

    @Test
    void bencherIsToldPeaksAndGrowth() {
        assertThat(BencherJson.of(Runs.all())).isEqualTo(Golden.text("bencher.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED, heap, true",
        "FAILED, heap, true",
        "INCONCLUSIVE, heap, true",
        "REPORTED, heap, false",
        "UNREAD, heap, false",
        "PASSED, children, false",
    })
    void whatIsOnlyShownAndWhatIsCountedIsNoBenchmark(PoolOutcome outcome, String pool, boolean told) {
        Run run = Runs.of(Runs.test("a", Result.PASSED, "passed", null, Runs.pool(outcome, pool, 1, 2)));

        assertThat(parse(BenchmarkJson.of(run)).isEmpty()).isNotEqualTo(told);
        assertThat(parse(BencherJson.of(run)).findValue(pool + "-peak") != null).isEqualTo(told);
    }

    @Test
    void aCountWithABudgetIsABenchmark() {
        Run run = Measured.run(Measured.test("a", Result.PASSED, Measured.peak(Pool.CHILDREN, 3, 4)));

        assertThat(parse(BenchmarkJson.of(run)).get(0).get("unit").textValue()).isEqualTo("count");
        assertThat(parse(BencherJson.of(run)).get("a @NoLeak")).isEqualTo(parse("{\"children-peak\": {\"value\": 3}}"));
    }

    @Test
    void whatStaysOfASingleRunIsNoGrowth() {
        Run run = Measured.run(
                Measured.test("once", Result.PASSED, Measured.pool(Pool.NATIVE, 5)),
                Measured.leakTest("cycles", Result.PASSED, Measured.pool(Pool.NATIVE, 5)));

        assertThat(parse(BencherJson.of(run)))
                .isEqualTo(parse("{\"cycles @LeakTest\": {\"native-growth-per-cycle\": {\"value\": 5}},"
                        + " \"once @NoLeak\": {\"native-residual\": {\"value\": 5}}}"));
    }

    @Test
    void onMachinesOfTwoClassesEachHasNamesOfItsOwn() {
        Run run = Runs.onTwoMachines("x".repeat(2_000));

        assertThat(parse(CodeQuality.of(run)).findValuesAsText("fingerprint"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .doesNotContain(fingerprint(run.tests().get(0)));
        assertThat(parse(BenchmarkJson.of(run)).findValuesAsText("name"))
                .satisfiesExactly(
                        name -> assertThat(name).endsWith(" heap peak on Linux amd64, JDK 17 Eclipse Adoptium, no GPU"),
                        name -> assertThat(name)
                                .endsWith(" heap peak on Linux amd64, JDK 21 Eclipse Adoptium, no GPU"));
        assertThat(parse(BencherJson.of(run)).fieldNames())
                .toIterable()
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).hasSize(1024).endsWith(" Eclipse Adoptium, no GPU"));
    }

    @Test
    void namesAreNoLongerThanBencherTakes() {
        List<String> names = new ArrayList<>();
        parse(BencherJson.of(Runs.of(Runs.test("x".repeat(2_000), Result.PASSED, "passed", null))))
                .fieldNames()
                .forEachRemaining(names::add);

        assertThat(names).singleElement().asString().hasSize(1024);
    }

    @Property
    void anyNameIsReadBack(@ForAll String name) {
        Run run = Runs.of(Runs.named(
                "com.acme.T#" + name,
                name,
                Result.FAILED,
                name,
                name,
                null,
                Runs.pool(PoolOutcome.FAILED, "heap", 1, 2)));
        String key = Legal.of("com.acme.T#" + name + " @LeakTest");

        assertThat(parse(CodeQuality.of(run)).get(0).get("description").textValue())
                .isEqualTo(Legal.of("@LeakTest " + name + ": " + name));
        assertThat(parse(BenchmarkJson.of(run)).get(0).get("name").textValue()).isEqualTo(key + " heap peak");
        assertThat(Stream.of(parse(BencherJson.of(run)))).allSatisfy(json -> assertThat(
                        json.get(key).get("heap-peak").get("value").longValue())
                .isEqualTo(2));
    }
}
