package io.github.vramguard.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.verdict.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

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
    void gitLabIsToldWhatIsNotKept() {
        assertThat(CodeQuality.of(Runs.all())).isEqualTo(Golden.text("gl-code-quality-report.json"));
    }

    @Test
    void fingerprintsDependOnTheTestAndItsResultButOnNoAmountAndNoLine() {
        String fingerprint = fingerprint(Runs.test("leaks", Result.BROKEN, "grows 1 MiB", 12));

        assertThat(fingerprint(Runs.test("leaks", Result.BROKEN, "grows 2 MiB", 13)))
                .isEqualTo(fingerprint);
        assertThat(fingerprint(Runs.test("leaksToo", Result.BROKEN, "grows 1 MiB", 12)))
                .isNotEqualTo(fingerprint);
        assertThat(fingerprint(Runs.test("leaks", Result.INCONCLUSIVE, "grows 1 MiB", 12)))
                .isNotEqualTo(fingerprint);
    }

    private static String fingerprint(MeasuredTest test) {
        return parse(CodeQuality.of(Runs.of(test))).get(0).get("fingerprint").textValue();
    }

    @Test
    void aTestWhoseFileIsUnknownHasAPlaceAllTheSame() {
        JsonNode location = parse(CodeQuality.of(Runs.of(Runs.test("leaks", Result.BROKEN, "grows", null))))
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

    @Test
    void namesAreNoLongerThanBencherTakes() {
        List<String> names = new ArrayList<>();
        parse(BencherJson.of(Runs.of(Runs.test("x".repeat(2_000), Result.KEPT, "kept", null))))
                .fieldNames()
                .forEachRemaining(names::add);

        assertThat(names).singleElement().asString().hasSize(1024);
    }

    @Property
    void anyNameIsReadBack(@ForAll String name) {
        Run run = Runs.of(Runs.named(
                "com.acme.T#" + name, name, Result.BROKEN, name, name, null, Runs.pool(Standing.BROKEN, "heap", 1, 2)));
        String key = Legal.of("com.acme.T#" + name + " @LeakTest");

        assertThat(parse(CodeQuality.of(run)).get(0).get("description").textValue())
                .isEqualTo(Legal.of("@LeakTest " + name + ": " + name));
        assertThat(parse(BenchmarkJson.of(run)).get(0).get("name").textValue()).isEqualTo(key + " heap peak");
        assertThat(Stream.of(parse(BencherJson.of(run)))).allSatisfy(json -> assertThat(
                        json.get(key).get("heap-peak").get("value").longValue())
                .isEqualTo(2));
    }
}
