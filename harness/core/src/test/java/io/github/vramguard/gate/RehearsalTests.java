package io.github.vramguard.gate;

import static io.github.vramguard.memory.Pool.HEAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.Targets;
import io.github.vramguard.config.Settings;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.source.ForkedJvm;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What judges the heap lies in it: it is measured in JVMs that have judged nothing yet. */
class RehearsalTests {

    private static final int CYCLES = 40;
    private static final int WARM_UP = 4;
    private static final long SNAPSHOT = 2048;
    private static final long CLASSES = 64 * 1024;

    private static List<Long> rehearsed = List.of();

    @BeforeAll
    static void rehearse() {
        rehearsed = levels(Rehearsed.class);
    }

    @Test
    void judgingLeavesNoStepInTheHeapThatIsJudged() {
        assertThat(steps(rehearsed)).allMatch(step -> step < CLASSES);
    }

    @Test
    void withoutARehearsalItDoes() {
        assertThat(steps(levels(Unrehearsed.class))).anyMatch(step -> step > CLASSES);
    }

    @Test
    void manyCyclesLeaveNoMoreThanTheirSnapshots() {
        assertThat(rehearsed.get(CYCLES) - rehearsed.get(CYCLES / 2)).isLessThan(CYCLES / 2 * SNAPSHOT);
    }

    private static List<Long> steps(List<Long> levels) {
        return IntStream.range(WARM_UP, CYCLES)
                .mapToObj(cycle -> levels.get(cycle + 1) - levels.get(cycle))
                .toList();
    }

    private static List<Long> levels(Class<?> main) {
        return Arrays.stream(ForkedJvm.of(main).run().get(0).split(" "))
                .map(Long::valueOf)
                .toList();
    }

    private static void measure(LeakGate gate) {
        Trace trace = new Cycles(gate.meter(Targets.thisJvm(), Set.of(HEAP)), CYCLES, measured -> {
                    gate.needsAnother(measured);
                    return true;
                })
                .run(cycle -> {});
        StringBuilder levels = new StringBuilder();
        trace.series(HEAP)
                .forEach(level -> levels.append(level.amount().orElseThrow()).append(' '));
        System.out.println(levels.toString().strip());
    }

    static final class Rehearsed {

        private Rehearsed() {}

        public static void main(String[] arguments) {
            measure(LeakGate.with(Settings.defaults()));
        }
    }

    static final class Unrehearsed {

        private Unrehearsed() {}

        public static void main(String[] arguments) {
            measure(LeakGate.unrehearsed());
        }
    }
}
