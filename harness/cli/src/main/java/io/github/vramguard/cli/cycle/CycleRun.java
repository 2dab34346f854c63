package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.measure.Cycle;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.measure.Rollback;
import io.github.vramguard.memory.RoundTrip;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.server.LoadedModel;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Cycles of load, use and unload on a target that is not this JVM. */
final class CycleRun {

    private final LeakGate gate;
    private final Meter meter;
    private final int most;
    private final Progress progress;
    private final Optional<LevelsFile> file;
    private final BooleanSupplier stopped;
    private final ServerFigures figures = new ServerFigures();
    private final Listings listings = new Listings();
    private Trace measured;
    private Optional<Trace> failed = Optional.empty();

    /** With a question whether the user has stopped the cycles: then a step fails, and nothing is waited for. */
    CycleRun(
            LeakGate gate,
            Meter meter,
            int most,
            Progress progress,
            Optional<LevelsFile> file,
            BooleanSupplier stopped) {
        this.gate = gate;
        this.meter = meter;
        this.most = most;
        this.progress = progress;
        this.file = file;
        this.stopped = stopped;
        this.measured = meter.trace();
    }

    /**
     * Runs cycles until the verdict is certain.
     *
     * @throws Exception if a step fails; {@link #result()} has what was measured until then, and what the failure left
     */
    void run(Cycled cycled) throws Exception {
        write();
        try {
            unloadBefore(cycled);
            progress.begins(Phase.SETTLING);
            measured =
                    new Cycles(meter, most, trace -> needsAnother(cycled, trace)).run(cycle -> runOnce(cycled, cycle));
        } finally {
            progress.close();
        }
    }

    /** A model that is loaded before the first cycle would be in the level that memory must return to. */
    private void unloadBefore(Cycled cycled) throws Exception {
        progress.begins(Phase.ASKING);
        Optional<String> obstacle = cycled.obstacle(meter.programs());
        if (obstacle.isPresent()) {
            throw new BadInput(obstacle.get());
        }
        if (cycled.held().stream().flatMap(List::stream).anyMatch(model -> model.isCalled(cycled.model()))) {
            progress.begins(Phase.UNLOADING);
            cycled.unload();
        }
    }

    /** Called a second time for a cycle whose level is taken again before the verdict. */
    private boolean needsAnother(Cycled cycled, Trace trace) {
        boolean isNew = trace.cycles() > measured.cycles();
        measured = trace;
        if (isNew) {
            progress.ended(trace);
            list(cycled);
        }
        write();
        return gate.needsAnother(trace);
    }

    /** A server that does not answer fails in the next cycle. */
    private void list(Cycled cycled) {
        try {
            cycled.held().ifPresent(models -> listings.add(cycled.model(), models));
        } catch (Exception unanswered) {
            System.getLogger(CycleRun.class.getName())
                    .log(System.Logger.Level.DEBUG, "the list of models was not answered", unanswered);
        }
    }

    private void write() {
        file.ifPresent(levels -> levels.write(measured));
    }

    private void runOnce(Cycled cycled, Cycle cycle) throws Exception {
        try {
            Rollback.onFailure(() -> loadAndUse(cycled, cycle), () -> undo(cycled));
            progress.begins(Phase.UNLOADING);
            cycled.unload();
        } catch (Exception failure) {
            readAfter(cycle);
            throw failure;
        }
        progress.begins(Phase.SETTLING);
    }

    private void undo(Cycled cycled) throws Exception {
        if (!stopped.getAsBoolean()) {
            progress.begins(Phase.UNLOADING);
            cycled.unload();
        }
    }

    /** A step may fail because the server was killed, which leaves processes behind. */
    private void readAfter(Cycle cycle) {
        if (!stopped.getAsBoolean()) {
            progress.begins(Phase.SETTLING);
            List<Snapshot> levels = cycle.trace().levels();
            failed = Optional.of(cycle.trace().with(meter.settled(levels.get(levels.size() - 1))));
        }
    }

    private void loadAndUse(Cycled cycled, Cycle cycle) throws Exception {
        progress.begins(Phase.LOADING);
        cycled.load();
        Optional<List<LoadedModel>> held = cycled.held();
        cycle.mark(RoundTrip.LOADED);
        held.ifPresent(models -> figures.add(cycle.number(), cycled.model(), models));
        progress.begins(Phase.USING);
        cycled.use(cycle);
    }

    /** What was measured so far, judged; after a step that failed, with what that left. */
    CycleResult result() {
        Trace trace = failed.orElse(measured);
        String server = figures.comparedWith(RoundTrip.in(measured)) + listings.line();
        return new CycleResult(trace, listings.complete(gate.judge(trace)), most, server);
    }
}
