package io.github.vramguard.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an annotation costs a test that does nothing: {@code ./mvnw -Pbenchmark -pl extension/junit -am verify}. Each measurement
 * is one run of a class with ten tests, so that a tenth of a time is what one test takes.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 10)
public class EmptyTestBenchmark {

    @Benchmark
    public long tenTestsWithoutAnAnnotation() {
        return run(Unannotated.class);
    }

    @Benchmark
    public long tenTestsThatMustNotLeak() {
        return run(Annotated.class);
    }

    private static long run(Class<?> tests) {
        long succeeded = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents()
                .succeeded()
                .count();
        if (succeeded != 10) {
            throw new IllegalStateException(succeeded + " of 10 tests passed");
        }
        return succeeded;
    }

    static class Unannotated {
        @Test
        void one() {}

        @Test
        void two() {}

        @Test
        void three() {}

        @Test
        void four() {}

        @Test
        void five() {}

        @Test
        void six() {}

        @Test
        void seven() {}

        @Test
        void eight() {}

        @Test
        void nine() {}

        @Test
        void ten() {}
    }

    @NoLeak
    static class Annotated extends Unannotated {}
}
