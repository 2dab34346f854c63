package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.MemoryTarget.ProcessTree;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads targets of several processes with a source that reads one, and adds up. */
final class EachProcess implements MemorySource {

    private static final OneProcess ANY = new OneProcess(0, 0, "any");

    private final MemorySource source;
    private final Processes processes;

    EachProcess(MemorySource source, Processes processes) {
        this.source = source;
        this.processes = processes;
    }

    private static boolean isGroup(MemoryTarget target) {
        return target instanceof ProcessTree || target instanceof Container;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        return source.origins(isGroup(target) ? ANY : target);
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        if (!isGroup(target)) {
            return source.read(target);
        }
        List<Map<Pool, Reading>> all = processes.membersOf(target).stream()
                .map(source::read)
                .filter(readings -> !hasEnded(readings))
                .toList();
        Map<Pool, Reading> readings = new HashMap<>();
        origins(target).keySet().forEach(pool -> readings.put(pool, sum(target, pool, all)));
        readings.computeIfPresent(
                Pool.CHILDREN, (pool, sum) -> all.isEmpty() ? sum : Reading.of(pool, all.size() - 1L));
        return readings;
    }

    /** Between the list of the processes and a look at one of them it may end. */
    private static boolean hasEnded(Map<Pool, Reading> readings) {
        return readings.values().stream()
                .anyMatch(reading -> reading instanceof Gap gap && gap.reason() == Reason.PROCESS_GONE);
    }

    private static Reading sum(MemoryTarget target, Pool pool, List<Map<Pool, Reading>> all) {
        if (all.isEmpty()) {
            return new Gap(Reason.PROCESS_GONE, target + " has no process any more");
        }
        long sum = 0;
        for (Map<Pool, Reading> readings : all) {
            Reading reading = readings.get(pool);
            if (reading == null || reading instanceof Gap) {
                return reading == null ? new Gap(Reason.UNPARSABLE, "nothing was said about " + pool) : reading;
            }
            sum += reading.amount().orElse(0);
        }
        return Reading.of(pool, sum);
    }

    @Override
    public Map<Pool, Gap> reclaim(MemoryTarget target) {
        return isGroup(target) ? Map.of() : source.reclaim(target);
    }

    @Override
    public List<String> weaknesses(MemoryTarget target) {
        return isGroup(target) ? List.of() : source.weaknesses(target);
    }
}
