import io.github.vramguard.Targets;
import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.Trace;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs one program of {@link Program} for some cycles, and prints its levels: one line for each pool, and one for the loaded classes. */
final class Recording {

    private static final ClassLoadingMXBean CLASSES = ManagementFactory.getClassLoadingMXBean();
    private static final String POOLS = System.getProperty("pools", "metaspace,heap,threads,native");
    private static final int CYCLES = Integer.getInteger("cycles", 60);

    private Recording() {}

    public static void main(String[] programs) throws Exception {
        for (String program : programs) {
            record(Program.valueOf(program));
        }
    }

    private static void record(Program program) throws Exception {
        RoundTrip roundTrip = program.prepare();
        LeakGate gate =
                LeakGate.with(Settings.of(Map.of("vramguard.pools", POOLS)));
        Meter meter = gate.meter(Targets.thisJvm(), Set.of());
        List<String> classes = new ArrayList<>();
        // asked right after each level was taken
        Cycles cycles = new Cycles(meter, CYCLES, trace -> classes.add(loaded()));
        Trace trace = cycles.run(cycle -> {
            if (classes.isEmpty()) {
                classes.add(loaded());
            }
            roundTrip.run();
        });
        trace.pools().forEach(pool -> print(program, pool.name(), trace.series(pool).stream()
                .map(reading -> reading.amount().isPresent() ? Long.toString(reading.amount().getAsLong()) : "-")
                .collect(Collectors.joining(";"))));
        print(program, "classes", String.join(";", classes));
    }

    private static String loaded() {
        return Long.toString(CLASSES.getTotalLoadedClassCount() - CLASSES.getUnloadedClassCount());
    }

    private static void print(Program program, String series, String levels) {
        System.out.println(program.name().toLowerCase().replace('_', '-') + "," + series + "," + levels);
    }
}
