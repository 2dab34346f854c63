package io.github.vramguard.gate;

import io.github.vramguard.config.Settings;
import io.github.vramguard.config.WhenUnavailable;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.Allowance;
import io.github.vramguard.rule.Exhaustion;
import io.github.vramguard.rule.GrowingAlong;
import io.github.vramguard.rule.LeakRule;
import io.github.vramguard.rule.OneRunRule;
import io.github.vramguard.rule.ReleaseRule;
import io.github.vramguard.rule.Rule;
import io.github.vramguard.rule.SeenToLoad;
import io.github.vramguard.server.ServerProfiles;
import io.github.vramguard.source.Sources;
import io.github.vramguard.source.spi.MemorySource;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.Preset;
import io.github.vramguard.verdict.Unmeasured;
import io.github.vramguard.verdict.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The leak rule with the settings of a user: what to measure, when the verdict is certain, and the verdict. */
public final class LeakGate {

    private final Settings settings;
    private final Map<Pool, Long> tolerances;
    private final List<Allowance> allowances;
    private final LeakRule series;
    private final OneRunRule oneRun;

    private final boolean mustLoad;

    private LeakGate(Settings settings, Map<Pool, Long> tolerances, List<Allowance> allowances, boolean mustLoad) {
        this.settings = settings;
        this.tolerances = Map.copyOf(tolerances);
        this.allowances = List.copyOf(allowances);
        this.series = LeakRule.with(settings.judging().preset(), tolerances);
        this.mustLoad = mustLoad;
        this.oneRun = OneRunRule.forgiving(tolerances);
    }

    /**
     * Returns a gate with the given settings.
     *
     * @param settings the settings
     * @return the gate
     */
    public static LeakGate with(Settings settings) {
        Rehearsal.once(unrehearsed()::needsAnother);
        return new LeakGate(settings, settings.judging().tolerances(), List.of(), false);
    }

    static LeakGate unrehearsed() {
        Settings defaults = Settings.defaults();
        return new LeakGate(defaults, defaults.judging().tolerances(), List.of(), false);
    }

    /**
     * Returns the same gate with permitted leaks.
     *
     * @param known the permitted leaks
     * @return the gate
     */
    public LeakGate permitting(List<Allowance> known) {
        return new LeakGate(settings, tolerances, known, mustLoad);
    }

    /**
     * Returns the same gate with tolerances that take precedence over those of the settings.
     *
     * @param own the growth per cycle that is tolerated, by pool
     * @return the gate
     */
    public LeakGate tolerating(Map<Pool, Long> own) {
        Map<Pool, Long> all = new HashMap<>(tolerances);
        all.putAll(own);
        return new LeakGate(settings, all, allowances, mustLoad);
    }

    /**
     * Returns the same gate for cycles that exist to load something: a verdict passes only where that was seen.
     *
     * @return the gate
     */
    public LeakGate requiringLoads() {
        return new LeakGate(settings, tolerances, allowances, true);
    }

    /**
     * Returns a meter that reads the sources and pools of the settings.
     *
     * @param target whose memory to measure
     * @param pools the only pools to measure; empty for those of the settings
     * @return the meter
     */
    public Meter meter(MemoryTarget target, Set<Pool> pools) {
        Set<Pool> chosen = pools.isEmpty() ? settings.measuring().pools() : pools;
        return meter(target, Sources.of(target, settings.measuring().sources()).only(chosen));
    }

    /**
     * Returns a meter that reads the given source, settles as the settings say, and knows the models of running servers.
     *
     * @param target whose memory to measure
     * @param source where to read its memory
     * @return the meter
     */
    public Meter meter(MemoryTarget target, MemorySource source) {
        return Meter.of(target, source, settings.measuring().settling())
                .recognizing(ServerProfiles.known())
                .expecting(ServerProfiles::tokens);
    }

    /**
     * Returns what to warn of where a limit is too low for some pools to prove a leak.
     *
     * @param trace what was measured so far, at least once
     * @param most the largest number of cycles
     * @return the pools and the number that they need; empty where the limit suffices for all
     */
    public Optional<String> shortfall(Trace trace, int most) {
        return new CycleLimit(series, most).shortfall(trace);
    }

    /**
     * Returns whether another cycle could change the verdict or what it names first, and memory suffices for it.
     *
     * @param trace what was measured so far
     * @return false once the verdict is certain, or if two more cycles could exhaust a pool
     */
    public boolean needsAnother(Trace trace) {
        return Exhaustion.of(trace).isEmpty() && (trace.cycles() < Preset.FEWEST_CYCLES || isOpen(judge(trace)));
    }

    private static boolean isOpen(Verdict verdict) {
        return verdict.needsMoreCycles()
                || GrowingAlong.needMoreCycles(verdict)
                || ReleaseRule.needsMoreCycles(verdict);
    }

    /**
     * Judges a trace: a series of cycles by the leak rule, and a trace that is too short for it as one run.
     *
     * @param trace settled levels, the first before the first cycle
     * @return the verdict
     */
    public Verdict judge(Trace trace) {
        boolean isShort = trace.cycles() > 0 && trace.cycles() < Preset.FEWEST_CYCLES;
        Rule rule = isShort ? oneRun : series;
        Verdict ofLevels = Allowance.apply(allowances, rule.judge(trace));
        Verdict released = ReleaseRule.forgiving(tolerances).apply(trace, ofLevels);
        Verdict verdict = requiringMainPools(mustLoad ? SeenToLoad.required(trace, released) : released);
        return verdict instanceof Verdict.Inconclusive open
                ? Exhaustion.of(trace)
                        .<Verdict>map(stop -> withFirst(List.of(stop), open))
                        .orElse(open)
                : verdict;
    }

    /** What fails has failed, whatever else could not be read. */
    private Verdict requiringMainPools(Verdict verdict) {
        List<InconclusiveReason> blind = Unmeasured.of(verdict.pools()).blind();
        if (settings.policy().unavailable() != WhenUnavailable.FAIL || blind.isEmpty()) {
            return verdict;
        }
        if (verdict instanceof Verdict.Passed) {
            return new Verdict.Inconclusive(verdict.pools(), blind);
        }
        return verdict instanceof Verdict.Inconclusive open ? withFirst(blind, open) : verdict;
    }

    private static Verdict withFirst(List<InconclusiveReason> first, Verdict.Inconclusive open) {
        return new Verdict.Inconclusive(
                open.pools(),
                Stream.concat(first.stream(), open.reasons().stream()).toList());
    }
}
