package io.github.vramguard.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotationsTests {

    @Test
    void theMostTellingComesFirst() {
        assertThat(String.join("\n", Annotations.of(Runs.all())) + "\n").isEqualTo(Golden.text("annotations.txt"));
    }

    @Test
    void whatIsKeptIsNotAnnotated() {
        assertThat(Annotations.of(Runs.of(Runs.test("keeps", Result.PASSED, "passed", 1))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, hangs9",
        "11, 10, 2 more are not annotated",
        "25, 10, 16 more are not annotated",
    })
    void theLastOfTooManySaysHowManyMoreThereAre(int broken, int shown, String last) {
        MeasuredTest[] tests = IntStream.range(0, broken)
                .mapToObj(number -> Runs.test("hangs" + number, Result.UNFINISHED, "hangs" + number, 1))
                .toArray(MeasuredTest[]::new);

        List<String> annotations = Annotations.of(Runs.of(tests));

        assertThat(annotations).hasSize(shown);
        assertThat(annotations.get(shown - 1)).contains(last);
    }

    @Test
    void aLongMessageIsCut() {
        assertThat(Annotations.of(Runs.of(Runs.test("leaks", Result.FAILED, "x".repeat(9_000), null))))
                .singleElement()
                .asString()
                .startsWith("::error title=leaks() @LeakTest::")
                .hasSize("::error title=leaks() @LeakTest::".length() + 4096);
    }

    @ParameterizedTest
    @CsvSource({
        "'100 % of it', '100 %25 of it'",
        "'%0A', '%250A'",
        "'a: b, c', 'a: b, c'",
    })
    void messagesAreEscaped(String text, String escaped) {
        assertThat(Annotations.data(text)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @CsvSource({"'C:\\a,b', 'C%3A\\a%2Cb'", "'::error::', '%3A%3Aerror%3A%3A'", "%, %25"})
    void propertiesAreEscaped(String text, String escaped) {
        assertThat(Annotations.property(text)).isEqualTo(escaped);
    }

    /** The runner takes escapes back in this order. */
    @Property
    void anyTextComesBack(@ForAll String text) {
        String escaped = Annotations.property(text);

        assertThat(escaped).doesNotContain("\n", "\r", ":", ",");
        assertThat(escaped.replace("%2C", ",")
                        .replace("%3A", ":")
                        .replace("%0A", "\n")
                        .replace("%25", "%"))
                .isEqualTo(Legal.of(text));
    }

    /** No name begins a command of its own. */
    @Property
    void eachAnnotationIsOneLine(@ForAll String name) {
        MeasuredTest hostile =
                Runs.named("com.acme.T#" + name, name, Result.FAILED, name + "\n::set-env name=x::y", name, null);

        assertThat(Annotations.of(Runs.of(hostile))).hasSize(1).allSatisfy(line -> assertThat(line)
                .startsWith("::error title=")
                .doesNotContain("\n", "\r"));
    }
}
