package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.source.gpu.Gpu;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums up the lists of {@code nvidia-smi}. */
final class SmiAccounting {

    private SmiAccounting() {}

    /** What each process holds of a GPU. A process counts once in each part of it, however often it is listed there. */
    static SortedMap<Long, Reading> entries(Gpu gpu, List<SmiProcess> listed, long most) {
        Map<List<Object>, SmiProcess> parts = new HashMap<>();
        listed.forEach(
                process -> parts.merge(List.of(process.instance(), process.pid()), process, SmiAccounting::greater));
        SortedMap<Long, Reading> entries = new TreeMap<>();
        parts.values().forEach(part -> entries.merge(part.pid(), part.used(), SmiAccounting::sum));
        entries.replaceAll((pid, held) -> SmiGpu.plausible(held, gpu, most));
        return entries;
    }

    private static SmiProcess greater(SmiProcess one, SmiProcess other) {
        return rank(one.used()) >= rank(other.used()) ? one : other;
    }

    /** A missing figure stands for less than any amount, and for more than nothing. */
    private static long rank(Reading used) {
        return used.amount().orElse(1);
    }

    private static Reading sum(Reading one, Reading other) {
        if (one instanceof Gap || other instanceof Gap) {
            return one instanceof Gap ? one : other;
        }
        return new Bytes(one.amount().orElse(0) + other.amount().orElse(0));
    }
}
