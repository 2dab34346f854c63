package io.github.vramguard.verdict;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The pools that a verdict says nothing about, because they were never read. A verdict that passes is one on the other pools
 * only, so that it names them.
 *
 * @param gaps why each was not read
 * @param isNativeJudged whether a leak of native memory would be seen: {@code native} or {@code resident} is judged
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public record Unmeasured(SortedMap<Pool, Gap> gaps, boolean isNativeJudged) {

    private static final Gap ONLY_REPORTED = new Gap(Reason.NOT_AVAILABLE, "reported, not enforced");

    /**
     * Returns the pools that a verdict says nothing about.
     *
     * @param pools what each pool contributed to the verdict
     * @return the pools without a reading; and {@code resident}, where it is reported only and {@code native} was not read
     */
    public static Unmeasured of(List<PoolVerdict> pools) {
        SortedMap<Pool, Gap> gaps = new TreeMap<>();
        pools.stream().filter(pool -> pool.outcome() == PoolOutcome.UNREAD).forEach(pool -> pool.readings()
                .forEach(reading -> gaps.put(pool.pool(), (Gap) reading)));
        boolean isNativeJudged = pools.stream()
                .anyMatch(pool -> showsNative(pool.pool()) && pool.outcome().isJudged());
        boolean isOnlyReported = pools.stream()
                .anyMatch(pool -> pool.pool().equals(Pool.RESIDENT) && pool.outcome() == PoolOutcome.REPORTED);
        if (gaps.containsKey(Pool.NATIVE) && isOnlyReported) {
            gaps.put(Pool.RESIDENT, ONLY_REPORTED);
        }
        return new Unmeasured(gaps, isNativeJudged);
    }

    /** {@return nothing: all was read} */
    public static Unmeasured nothing() {
        return of(List.of());
    }

    /**
     * Returns the pools that one of two verdicts says nothing about.
     *
     * @param other the pools of the other
     * @return all of them
     */
    public Unmeasured and(Unmeasured other) {
        SortedMap<Pool, Gap> all = new TreeMap<>();
        all.putAll(other.gaps);
        all.putAll(gaps);
        return new Unmeasured(all, isNativeJudged && other.isNativeJudged);
    }

    private static boolean showsNative(Pool pool) {
        return pool.equals(Pool.NATIVE) || pool.equals(Pool.RESIDENT);
    }

    /**
     * Returns the reasons why this verdict must not pass where every main pool has to be read.
     *
     * @return one for each main pool; empty if all are read that this machine has
     */
    public List<InconclusiveReason> blind() {
        return gaps.entrySet().stream()
                .filter(entry -> isMain(entry.getKey()) && entry.getValue().reason() != Reason.NOT_PRESENT)
                .map(entry -> reason(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static InconclusiveReason reason(Pool pool, Gap gap) {
        return new InconclusiveReason(
                Cause.UNMEASURED,
                pool,
                "not measured: " + gap + "; to judge without it, list the other pools in vramguard.pools");
    }

    /** Counts hint at memory, mapped files can be dropped at any time, and native memory shows in two pools. */
    private boolean isMain(Pool pool) {
        return switch (pool.nature()) {
            case DEVICE, OBJECTS, BUFFERS, CLASSES -> true;
            case BLOCKS -> pool.equals(Pool.NATIVE) && !isNativeJudged;
            case PAGES -> !(pool.equals(Pool.RESIDENT) && isNativeJudged);
            case FILE_PAGES, THINGS, PROCESSES -> false;
        };
    }

    /**
     * Returns the pools with short reasons, those of the same reason together.
     *
     * @return for instance {@code native, untouched (another allocator is loaded), gpu0 (no GPU driver found)}; empty if each
     *     pool was read
     */
    @Override
    public String toString() {
        Map<String, List<Pool>> byReason = gaps.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().brief(),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return byReason.entrySet().stream()
                .map(entry -> names(entry.getValue()) + " (" + entry.getKey() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String names(Collection<Pool> pools) {
        return pools.stream().map(Pool::name).collect(Collectors.joining(", "));
    }
}
