package io.github.vramguard.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTests {

    private static final SourceText JAVA = SourceText.of("""
            package com.acme;

            /** A class ModelTests { void loads() { } } of a comment. */
            class ModelTests<T extends Comparable<T>> {

                private final String text = "void loads() {";
                private final char bracket = '{';

                // void loads() {
                @BeforeEach
                void before() {
                    helper.loads();
                    return loads();
                }

                @Nested
                class Cold {
                    @Test void loads() { new Deep().loads(); }

                    class Deep {
                        @LeakTest
                        void loads() {}
                    }
                }

                @Test
                void
                        loads(Cycles cycles) throws IOException {
                    String block = \"""
                            void unloads() {
                            \""";
                }

                static <R> Map<String, R[]> unloads() { return null; }

                int[] counts (int[] of) { return loads (); }
            }

            class ModelTestsToo { void loads() {} }
            """);

    private static final SourceText KOTLIN = SourceText.of("""
            package com.acme.`in`.models

            val path = "class Second { fun loads() { }"

            internal class First {
                @Test fun loads() = runTest { loads() }

                @Test
                fun `gives everything back`() {
                    val text = \"""fun late() {\"""
                }
            }

            class Second(private val model: Model) : Base({ 1 }) {
                @Test fun <T> Model.loads(): Unit {}
                @Nested inner class Cold { @Test fun late() {} }
            }
            """);

    private static final SourceText GROOVY = SourceText.of("""
            package com.acme
            class ModelSpec extends Specification {
                def "gives everything back"() {
                    expect: loads()
                }
                void 'loads twice'() { }
                def loads() { }
            }
            """);

    private static OptionalInt of(Integer line) {
        return line == null ? OptionalInt.empty() : OptionalInt.of(line);
    }

    @ParameterizedTest
    @CsvSource({
        "ModelTests, loads, 28",
        "ModelTests, before, 11",
        "ModelTests$Cold, loads, 18",
        "ModelTests$Cold$Deep, loads, 22",
        "ModelTests, unloads, 34",
        "ModelTests, counts, 36",
        "ModelTests, inherited,",
        "ModelTests$Cold, before,",
        "ModelTestsToo, loads, 39",
        "Others, loads,",
    })
    void methodsOfJavaAreFound(String nested, String method, Integer line) {
        assertThat(JAVA.lineOfMethod(List.of(nested.split("\\$")), method)).isEqualTo(of(line));
    }

    @ParameterizedTest
    @CsvSource({
        "First, loads, 6",
        "First, gives everything back, 9",
        "First, late,",
        "Second, loads, 15",
        "Second$Cold, late, 16",
    })
    void methodsOfKotlinAreFound(String nested, String method, Integer line) {
        assertThat(KOTLIN.lineOfMethod(List.of(nested.split("\\$")), method)).isEqualTo(of(line));
    }

    @ParameterizedTest
    @CsvSource({"gives everything back, 3", "loads twice, 6", "loads, 7"})
    void methodsOfGroovyAreFound(String method, Integer line) {
        assertThat(GROOVY.lineOfMethod(List.of("ModelSpec"), method)).isEqualTo(of(line));
    }

    @ParameterizedTest
    @CsvSource({"ModelTests, 4", "ModelTests$Cold$Deep, 20", "ModelTestsToo, 39", "Model,"})
    void classesAreFound(String nested, Integer line) {
        assertThat(JAVA.lineOfClass(List.of(nested.split("\\$")))).isEqualTo(of(line));
    }

    @Test
    void packagesAreToldApart() {
        assertThat(KOTLIN.isInPackage("com.acme.in.models")).isTrue();
        assertThat(KOTLIN.isInPackage("com.acme")).isFalse();
        assertThat(SourceText.of("class Model").isInPackage("")).isTrue();
    }

    @Test
    void aLongLiteralIsRead() {
        SourceText text = SourceText.of("class A { String s = \"" + "\\n{".repeat(100_000) + "\"; void loads() {} }");

        assertThat(text.lineOfMethod(List.of("A"), "loads")).hasValue(1);
    }

    @Property
    void noTextIsRefused(@ForAll String text, @ForAll String name) {
        assertThat(SourceText.of(text).code()).hasSameSizeAs(text);
        assertThat(SourceText.of(text + " class A {" + text).lineOfMethod(List.of("A"), name + "("))
                .isNotNull();
    }
}
