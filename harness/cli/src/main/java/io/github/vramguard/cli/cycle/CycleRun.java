package io.github.vramguard.cli.cycle;

import io.github.vramguard.LeakGate;
import io.github.vramguard.measure.Cycle;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.server.LoadedModel;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** Cycles of load, use and unload on a target that is not this JVM. */
final class CycleRun {

    private final LeakGate gate;
    private final Meter meter;
    private final int most;
    private final Progress progress;
    private final Optional<LevelsFile> file;
    private final ServerFigures figures = new ServerFigures();
    private Trace measured;

    CycleRun(LeakGate gate, Meter meter, int most, Progress progress, Optional<LevelsFile> file) {
        this.gate = gate;
        this.meter = meter;
        this.most = most;
        this.progress = progress;
        this.file = file;
        this.measured = meter.trace();
    }

    /**
     * Runs cycles until the verdict is certain.
     *
     * @throws Exception if a step fails; what was measured until then is kept
     */
    void run(Cycled cycled) throws Exception {
        write();
        progress.begins(Phase.SETTLING);
        try {
            measured = new Cycles(meter, most, this::needsAnother).<Exception>run(cycle -> runOnce(cycled, cycle));
        } finally {
            progress.close();
        }
    }

    /** Called a second time for a cycle whose level is taken again before the verdict. */
    private boolean needsAnother(Trace trace) {
        boolean isNew = trace.cycles() > measured.cycles();
        measured = trace;
        if (isNew) {
            progress.ended(trace);
        }
        write();
        return gate.needsAnother(trace);
    }

    private void write() {
        file.ifPresent(levels -> levels.write(measured));
    }

    /** Whatever happens, what was loaded is unloaded again: the server is left as it was found. */
    private void runOnce(Cycled cycled, Cycle cycle) throws Exception {
        try {
            loadAndUse(cycled, cycle);
        } catch (Exception failed) {
            boolean interrupted = Thread.interrupted();
            try {
                cycled.unload();
            } catch (Exception alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw failed;
        }
        progress.begins(Phase.UNLOADING);
        cycled.unload();
        progress.begins(Phase.SETTLING);
    }

    private void loadAndUse(Cycled cycled, Cycle cycle) throws Exception {
        progress.begins(Phase.LOADING);
        cycled.load();
        Optional<List<LoadedModel>> held = cycled.held();
        held.ifPresent(models -> figures.add(cycled.model(), models, meter.now()));
        progress.begins(Phase.USING);
        cycled.use(cycle);
    }

    Trace measured() {
        return measured;
    }

    Verdict verdict() {
        return gate.judge(measured);
    }

    /** What the server said, beside what was measured; empty where none was asked. */
    String serverFigures() {
        return figures.comparedWith(measured.levels());
    }
}
