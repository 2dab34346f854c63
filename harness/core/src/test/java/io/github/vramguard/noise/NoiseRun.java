package io.github.vramguard.noise;

import com.sun.jna.Memory;
import io.github.vramguard.Targets;
import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.run.Build;
import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.JvmRunFile;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.RunDirectory;
import io.github.vramguard.run.TestCase;
import io.github.vramguard.source.ProcessStart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A run of 200 tests that measure this JVM, 180 of them in one run and 20 in cycles, recorded as tests record theirs. Each is
 * clean, but for one that can be told to leave native memory behind.
 */
final class NoiseRun {

    static final int TESTS = 200;

    private static final int EACH_CYCLIC = 10;
    private static final int SIZES = 4;

    private final LeakGate gate = LeakGate.with(Settings.defaults());
    private final Meter meter = gate.meter(Targets.thisJvm(), Set.of());
    private final List<Memory> left = new ArrayList<>();
    private final int leaky;
    private final int leakedBytes;

    private NoiseRun(int leaky, int leakedBytes) {
        this.leaky = leaky;
        this.leakedBytes = leakedBytes;
    }

    /** The directory of the run; the number of the test that leaks, and how many bytes. */
    public static void main(String[] arguments) throws Exception {
        boolean clean = arguments.length < 3;
        new NoiseRun(clean ? -1 : Integer.parseInt(arguments[1]), clean ? 0 : Integer.parseInt(arguments[2]))
                .record(new RunDirectory(Path.of(arguments[0])));
    }

    private void record(RunDirectory directory) throws Exception {
        String jdk = Runtime.version().feature() + " " + System.getProperty("java.vendor");
        String os = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        JvmRun jvm = JvmRun.begun(
                Build.ofThisJvm(ProcessStart::of).toString(),
                System.currentTimeMillis(),
                new Machine(os, jdk, List.of(), ""));
        try (JvmRunFile file = directory.begin(jvm, List.of(), ProcessStart::of)) {
            for (int number = 0; number < TESTS; number++) {
                file.add(measure(number, jvm));
            }
            file.end(jvm.ended(System.currentTimeMillis(), meter.spent().toMillis()));
        }
    }

    private MeasuredTest measure(int number, JvmRun jvm) throws Exception {
        boolean cyclic = number % EACH_CYCLIC == number / EACH_CYCLIC % EACH_CYCLIC;
        CleanWork work = CleanWork.values()[number % CleanWork.values().length];
        int size = 1 + number / CleanWork.values().length % SIZES;
        Trace trace = new Cycles(meter, cyclic ? 20 : 1, gate::needsAnother).run(cycle -> {
            work.run(size);
            if (number == leaky) {
                leak();
            }
        });
        TestCase test = new TestCase(
                "com.acme.%sTests#test%03d()".formatted(work, number),
                cyclic ? "@LeakTest" : "@NoLeak",
                "test%03d()".formatted(number),
                null,
                null);
        return MeasuredTest.judged(test, jvm.id(), "", "", trace, gate.judge(trace));
    }

    private void leak() {
        Memory block = new Memory(leakedBytes);
        block.clear();
        left.add(block);
    }
}
