package io.github.vramguard;

import io.github.vramguard.config.Settings;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.server.ServerProfiles;
import io.github.vramguard.source.Sources;
import io.github.vramguard.source.spi.MemorySource;
import io.github.vramguard.verdict.Allowance;
import io.github.vramguard.verdict.Exhaustion;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.LeakRule;
import io.github.vramguard.verdict.OneRunRule;
import io.github.vramguard.verdict.Preset;
import io.github.vramguard.verdict.Rule;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The leak rule as configured: what is measured, when it is certain, and how it is judged. */
public final class LeakGate {

    private final Settings settings;
    private final LeakRule series;
    private final OneRunRule oneRun;
    private final List<Allowance> allowances;

    private LeakGate(Settings settings, List<Allowance> allowances) {
        this.settings = settings;
        this.allowances = List.copyOf(allowances);
        this.series = LeakRule.with(settings.preset(), settings.tolerances());
        this.oneRun = OneRunRule.forgiving(settings.tolerances());
    }

    /**
     * A gate with the settings of a user.
     *
     * @param settings the settings
     * @return the gate
     */
    public static LeakGate with(Settings settings) {
        Rehearsal.done();
        return new LeakGate(settings, List.of());
    }

    static LeakGate unrehearsed() {
        return new LeakGate(Settings.defaults(), List.of());
    }

    /**
     * The same gate with permissions to leak.
     *
     * @param known what is permitted
     * @return the gate
     */
    public LeakGate permitting(List<Allowance> known) {
        return new LeakGate(settings, known);
    }

    /**
     * A meter of the sources and pools of the settings.
     *
     * @param target whose memory to measure
     * @param pools the only pools to measure; empty for those of the settings
     * @return the meter
     */
    public Meter meter(MemoryTarget target, Set<Pool> pools) {
        Set<Pool> chosen = pools.isEmpty() ? settings.pools() : pools;
        return meter(target, Sources.of(target, settings.sources()).only(chosen));
    }

    /**
     * A meter of sources of the caller's, which settles as the settings say, and knows the models of running servers.
     *
     * @param target whose memory to measure
     * @param source where to read it
     * @return the meter
     */
    public Meter meter(MemoryTarget target, MemorySource source) {
        return Meter.of(target, source, settings.settling())
                .recognizing(ServerProfiles.known())
                .expecting(ServerProfiles::tokens);
    }

    /**
     * Whether another cycle can change or complete the verdict, and leaves memory to go on with.
     *
     * @param trace what was measured so far
     * @return false once the verdict is certain, or two more cycles could fill a pool
     */
    public boolean needsAnother(Trace trace) {
        return Exhaustion.of(trace).isEmpty()
                && (trace.cycles() < Preset.FEWEST_CYCLES || judge(trace).needsMoreCycles());
    }

    /**
     * Judge what was measured: a series by the leak rule, and what is too short for that as one run.
     *
     * @param trace settled levels, the first before the first cycle
     * @return the verdict
     */
    public Verdict judge(Trace trace) {
        boolean isShort = trace.cycles() > 0 && trace.cycles() < Preset.FEWEST_CYCLES;
        Rule rule = isShort ? oneRun : series;
        Verdict verdict = Allowance.apply(allowances, rule.judge(trace));
        return verdict instanceof Verdict.Inconclusive open
                ? Exhaustion.of(trace)
                        .<Verdict>map(stop -> withFirst(stop, open))
                        .orElse(open)
                : verdict;
    }

    private static Verdict withFirst(InconclusiveReason first, Verdict.Inconclusive open) {
        return new Verdict.Inconclusive(
                open.pools(),
                Stream.concat(Stream.of(first), open.reasons().stream()).toList());
    }
}
