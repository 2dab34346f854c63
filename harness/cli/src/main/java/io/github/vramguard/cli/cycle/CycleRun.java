package io.github.vramguard.cli.cycle;

import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.measure.Cycle;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.measure.Rollback;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.server.LoadedModel;
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
     * @throws Exception if a step fails; {@link #result()} has what was measured until then
     */
    void run(Cycled cycled) throws Exception {
        write();
        progress.begins(Phase.SETTLING);
        try {
            measured = new Cycles(meter, most, this::needsAnother).run(cycle -> runOnce(cycled, cycle));
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

    private void runOnce(Cycled cycled, Cycle cycle) throws Exception {
        Rollback.onFailure(() -> loadAndUse(cycled, cycle), cycled::unload);
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

    /** What was measured so far, judged. */
    CycleResult result() {
        return new CycleResult(measured, gate.judge(measured), most, figures.comparedWith(measured.levels()));
    }
}
