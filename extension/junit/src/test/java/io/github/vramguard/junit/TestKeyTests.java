package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestKeyTests {

    private static final String HERE = TestKeyTests.class.getName();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '#aKeyTellsWhetherItsTestIsThere(String, boolean, boolean) @NoLeak' | false | false
            '#aKeyTellsWhetherItsTestIsThere(String, boolean, boolean)[3] @LeakTest' | false | false
            '#aKeyTellsWhetherItsTestIsThere(String) @NoLeak' | true | false
            '#renamed() @NoLeak' | true | false
            '#frees memory (after unload)() @NoLeak' | true | false
            '#toString() @NoLeak' | false | false
            ' @NoLeak' | false | false
            '[2] @NoLeak' | false | false
            Removed#gone() @NoLeak | false | true
            Removed @NoLeak | false | true
            """)
    void aKeyTellsWhetherItsTestIsThere(String key, boolean gone, boolean missing) {
        TestKey test = new TestKey(HERE + key);

        assertThat(test.isGone()).isEqualTo(gone);
        assertThat(test.isMissing()).isEqualTo(missing);
        assertThat(test.packageName()).isEqualTo(getClass().getPackageName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            frees() @NoLeak | frees() | true
            frees()[3] @LeakTest | frees() | true
            frees() | frees() | true
            frees() @NoLeak | free() | false
            frees(String) @NoLeak | frees() | false
            frees memory (after unload)() @NoLeak | frees memory (after unload)() | true
            frees memory (after unload)(String)[2][11] @NoLeak | frees memory (after unload)(String) | true
            frees memory (after unload)() @NoLeak | frees memory (after unload)(String) | false
            frees memory (after unload)() @NoLeak | frees memory (after() | false
            """)
    void aMethodIsKnownByItsSignatureWhateverItsNameHasInIt(String key, String signature, boolean isOfIt) {
        assertThat(new TestKey(HERE + "#" + key).isOf(signature)).isEqualTo(isOfIt);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [engine:junit-jupiter] | ''
            [engine:junit-jupiter]/[class:a.B]/[method:c()] | ''
            [engine:junit-jupiter]/[class:a.B]/[test-template:c()]/[test-template-invocation:#3] | [3]
            [engine:junit-jupiter]/[class-template:a.B]/[class-template-invocation:#2]/[method:c()] | [2]
            [e]/[class-template:a.B]/[class-template-invocation:#2]/[test-template:c()]/[test-template-invocation:#11] | [2][11]
            """)
    void eachInvocationIsATestOfItsOwn(String uniqueId, String invocations) {
        assertThat(TestCases.invocations(uniqueId)).isEqualTo(invocations);
    }
}
