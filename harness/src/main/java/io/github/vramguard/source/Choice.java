package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gives each pool to the first source that can read it, and remembers why the sources before could not. */
final class Choice {

    private record Refusal(String source, Gap gap) {}

    private final MemoryTarget target;
    private final List<Share> shares = new ArrayList<>();
    private final Set<Pool> taken = new HashSet<>();
    private final Map<Pool, List<Refusal>> refusals = new TreeMap<>();

    Choice(MemoryTarget target) {
        this.target = target;
    }

    void offer(MemorySource source) {
        Map<Pool, Origin> free = new HashMap<>(source.origins(target));
        free.keySet().removeAll(taken);
        if (free.isEmpty()) {
            return;
        }
        Map<Pool, Reading> trial = new Share(source, free).read(target);
        trial.forEach((pool, reading) -> {
            if (reading instanceof Gap gap) {
                free.remove(pool);
                refusals.computeIfAbsent(pool, any -> new ArrayList<>()).add(new Refusal(source.name(), gap));
            }
        });
        taken.addAll(free.keySet());
        shares.add(new Share(source, free));
    }

    /** What each source is to read; a source that was refused everything is not among them. */
    List<Share> shares() {
        return shares.stream().filter(share -> !share.origins().isEmpty()).toList();
    }

    /** The pools that nobody can read, with the words of all who tried. */
    Map<Pool, Gap> unread() {
        Map<Pool, Gap> unread = new TreeMap<>();
        refusals.forEach((pool, said) -> unread.put(pool, merged(said)));
        unread.keySet().removeAll(taken);
        return unread;
    }

    private static Gap merged(List<Refusal> refusals) {
        Gap first = refusals.get(0).gap();
        return refusals.size() == 1
                ? first
                : new Gap(
                        first.reason(),
                        refusals.stream()
                                .map(refusal ->
                                        refusal.source() + ": " + refusal.gap().detail())
                                .collect(Collectors.joining("; ")));
    }
}
