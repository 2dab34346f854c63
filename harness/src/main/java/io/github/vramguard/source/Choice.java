package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gives each pool to the first source that can read it, and remembers why the sources before could not. */
final class Choice {

    private final MemoryTarget target;
    private final List<Share> shares = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private final Set<Pool> taken = new HashSet<>();

    Choice(MemoryTarget target) {
        this.target = target;
    }

    void offer(MemorySource source) {
        Map<Pool, Origin> free = new HashMap<>(source.origins(target));
        free.keySet().removeAll(taken);
        Map<Pool, Reading> readings = new Share(source, Map.copyOf(free)).read(target);
        new TreeMap<>(readings)
                .forEach((pool, reading) -> trials.add(new Trial(pool, source.name(), free.get(pool), reading)));
        readings.forEach((pool, reading) -> {
            if (reading instanceof Gap) {
                free.remove(pool);
            }
        });
        taken.addAll(free.keySet());
        if (!free.isEmpty()) {
            shares.add(new Share(source, free));
        }
    }

    /** What each source is to read; a source that was refused everything is not among them. */
    List<Share> shares() {
        return List.copyOf(shares);
    }

    List<Trial> trials() {
        return List.copyOf(trials);
    }

    /** The pools that nobody can read, with the words of all who tried. */
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

    /** A source whose memory this machine does not have says nothing new, unless all others say the same. */
    private static Gap merged(Map<String, Gap> refusals) {
        Map<String, Gap> telling = new LinkedHashMap<>(refusals);
        telling.values().removeIf(gap -> gap.reason() == Reason.NOT_PRESENT);
        List<Gap> gaps = List.copyOf((telling.isEmpty() ? refusals : telling).values());
        Gap first = gaps.get(telling.isEmpty() ? gaps.size() - 1 : 0);
        return telling.size() < 2
                ? first
                : new Gap(
                        first.reason(),
                        telling.entrySet().stream()
                                .map(refusal -> refusal.getKey() + ": "
                                        + refusal.getValue().detail())
                                .collect(Collectors.joining("; ")));
    }
}
