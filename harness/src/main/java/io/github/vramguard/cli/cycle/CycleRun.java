package io.github.vramguard.cli.cycle;

import io.github.vramguard.LeakGate;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.report.Message;
import io.github.vramguard.verdict.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Cycles of load, use and unload on a target that is not this JVM, with a line for each, and the verdict at the end. */
final class CycleRun {

    /** A part of a cycle. */
    interface Step {

        void run() throws Exception;
    }

    private final String title;
    private final LeakGate gate;
    private final Meter meter;
    private final int most;
    private final PrintWriter out;
    private Trace measured;

    CycleRun(String title, LeakGate gate, MemoryTarget target, Set<Pool> pools, int most, PrintWriter out) {
        this.title = title;
        this.gate = gate;
        this.meter = gate.meter(target, pools);
        this.most = most;
        this.out = out;
        this.measured = meter.trace();
    }

    /**
     * Runs cycles until the verdict is certain.
     *
     * @return the verdict
     * @throws Exception if a step fails; what was measured until then is printed
     */
    Verdict run(Step load, Step use, Step unload) throws Exception {
        try {
            measured = new Cycles(meter, most, this::needsAnother).<Exception>run(cycle -> runOnce(load, use, unload));
        } catch (Exception e) {
            end("ended early; so far", gate.judge(measured));
            throw e;
        }
        Verdict verdict = gate.judge(measured);
        end(title, verdict);
        return verdict;
    }

    /** Called a second time for a cycle whose level is taken again before the verdict. */
    private boolean needsAnother(Trace trace) {
        if (trace.cycles() > measured.cycles()) {
            List<Snapshot> levels = trace.levels();
            out.println("cycle " + trace.cycles() + " of at most " + most + ": " + told(levels.get(levels.size() - 1)));
            out.flush();
        }
        measured = trace;
        return gate.needsAnother(trace);
    }

    private static String told(Snapshot level) {
        return level.readings().entrySet().stream()
                .filter(entry -> entry.getValue().amount().isPresent())
                .map(entry -> entry.getKey() + " "
                        + entry.getKey().format(entry.getValue().amount().orElse(0)))
                .collect(Collectors.joining(" · "));
    }

    /** Whatever happens, what was loaded is unloaded again: the server is left as it was found. */
    private static void runOnce(Step load, Step use, Step unload) throws Exception {
        try {
            load.run();
            use.run();
        } catch (Exception failed) {
            boolean interrupted = Thread.interrupted();
            try {
                unload.run();
            } catch (Exception alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw failed;
        }
        unload.run();
    }

    private void end(String name, Verdict verdict) {
        if (measured.cycles() > 0) {
            out.println();
            out.println(Message.of(name, measured, verdict, most));
            out.flush();
        }
    }
}
