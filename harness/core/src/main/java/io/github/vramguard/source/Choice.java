package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.spi.MemorySource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Assigns each pool to the first source that can read it, and records why the sources before could not. */
final class Choice {

    private static final Gap SILENCE = new Gap(Reason.UNPARSABLE, "the source did not report this pool");

    private final MemoryTarget target;
    private final List<Share> shares = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private final Set<Pool> taken = new HashSet<>();

    Choice(MemoryTarget target) {
        this.target = target;
    }

    void offer(MemorySource source) {
        SortedMap<Pool, Origin> free = new TreeMap<>(source.origins(target));
        free.keySet().removeAll(taken);
        Map<Pool, Reading> readings = new Share(source, free).read(target);
        Map<Pool, Origin> read = new HashMap<>();
        free.forEach((pool, origin) -> {
            Trial trial = new Trial(pool, source.name(), origin, readings.getOrDefault(pool, SILENCE));
            trials.add(trial);
            if (trial.passed()) {
                read.put(pool, origin);
            }
        });
        taken.addAll(read.keySet());
        if (!read.isEmpty()) {
            shares.add(new Share(source, read));
        }
    }

    /** What each source is to read; a source that was refused everything is not among them. */
    List<Share> shares() {
        return List.copyOf(shares);
    }

    List<Trial> trials() {
        return List.copyOf(trials);
    }

    /** The pools that no source can read, with the reasons of all sources that tried. */
    Map<Pool, Gap> unread() {
        Map<Pool, Map<String, Gap>> refusals = new TreeMap<>();
        for (Trial trial : trials) {
            if (trial.reading() instanceof Gap gap && !taken.contains(trial.pool())) {
                refusals.computeIfAbsent(trial.pool(), any -> new LinkedHashMap<>())
                        .put(trial.source(), gap);
            }
        }
        Map<Pool, Gap> unread = new TreeMap<>();
        refusals.forEach((pool, gaps) -> unread.put(pool, merged(gaps)));
        return unread;
    }

    /** A source for hardware that this machine does not have adds nothing, unless all others report the same. */
    private static Gap merged(Map<String, Gap> refusals) {
        Map<String, Gap> relevant = new LinkedHashMap<>(refusals);
        relevant.values().removeIf(gap -> gap.reason() == Reason.NOT_PRESENT);
        List<Gap> gaps = List.copyOf((relevant.isEmpty() ? refusals : relevant).values());
        Gap first = gaps.get(relevant.isEmpty() ? gaps.size() - 1 : 0);
        return relevant.size() < 2
                ? first
                : new Gap(
                        first.reason(),
                        relevant.entrySet().stream()
                                .map(refusal -> refusal.getKey() + ": "
                                        + refusal.getValue().detail())
                                .collect(Collectors.joining("; ")));
    }
}
