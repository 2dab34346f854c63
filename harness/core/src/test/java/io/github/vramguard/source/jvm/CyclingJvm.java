package io.github.vramguard.source.jvm;

import io.github.vramguard.Targets;
import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.source.ForkedJvm;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.Preset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** A JVM with a collector of its own, which repeats a round trip and prints the verdict on each of its own pools. */
final class CyclingJvm {

    private static final Map<String, String> SETTINGS =
            Map.of("vramguard.pools", "heap,direct,metaspace,threads", "vramguard.settle.window", "20");

    private CyclingJvm() {}

    /** Flags of each collector that collects its whole heap. A JDK without one of them skips its test. */
    static Stream<Named<String>> collectors() {
        return Stream.of(
                Named.of("Serial", "-XX:+UseSerialGC"),
                Named.of("Parallel", "-XX:+UseParallelGC"),
                Named.of("G1", "-XX:+UseG1GC"),
                Named.of("ZGC", "-XX:+UseZGC"),
                Named.of("Shenandoah", "-XX:+UseShenandoahGC"),
                Named.of(
                        "generational Shenandoah",
                        "-XX:+UseShenandoahGC -XX:+UnlockExperimentalVMOptions -XX:ShenandoahGCMode=generational"));
    }

    /** Repeats the round trip whose name is its argument. */
    static final class Main {
        public static void main(String[] arguments) throws Exception {
            RoundTrip roundTrip = RoundTrip.valueOf(System.getProperty("round.trip"));
            MemoryTarget self = Targets.thisJvm();
            LeakGate gate = LeakGate.with(Settings.of(SETTINGS));
            Meter meter = gate.meter(self, Set.of());
            Snapshot level = meter.settled();
            Trace trace = meter.trace().with(level);
            while (isOpen(gate, trace)) {
                roundTrip.run();
                level = meter.settled(level);
                trace = trace.with(level);
            }
            gate.judge(trace)
                    .pools()
                    .forEach(pool -> System.out.println(pool.pool() + " " + pool.outcome() + "\n  " + pool));
        }
    }

    /** Until each pool is certain, or as long as a test would run. */
    private static boolean isOpen(LeakGate gate, Trace trace) {
        return trace.cycles() < Preset.FEWEST_CYCLES
                || (trace.cycles() < Preset.STANDARD.mostCycles()
                        && gate.judge(trace).pools().stream()
                                .anyMatch(pool -> pool.outcome() == PoolOutcome.INCONCLUSIVE));
    }

    /** Runs it and returns a line for each pool, such as {@code heap PASSED}. */
    static List<String> run(String flags, RoundTrip roundTrip) {
        String options = "-Xmx256m -Dround.trip=" + roundTrip + " " + flags;
        return ForkedJvm.of(Main.class, options.split(" ")).run();
    }
}
