package io.github.vramguard.source.linux;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.MemoryTarget.ProcessTree;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Use;
import io.github.vramguard.source.spi.MemorySource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads targets of several processes with a source that reads one, and adds up. */
public final class EachProcess implements MemorySource {

    private static final OneProcess ANY = new OneProcess(0, 0, "any");

    private final MemorySource source;
    private final Processes processes;

    public EachProcess(MemorySource source, Processes processes) {
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
        Map<Pool, Reading> readings = new HashMap<>(sums(processes.membersOf(target)));
        Gap gone = new Gap(Reason.PROCESS_GONE, target + " has no process any more");
        origins(target).keySet().forEach(pool -> readings.putIfAbsent(pool, gone));
        return readings;
    }

    /** What some processes hold together; empty if none of them runs any more. */
    Map<Pool, Reading> sums(List<OneProcess> members) {
        Map<Pool, Reading> sums = new HashMap<>();
        members.stream()
                .map(source::read)
                .filter(readings -> !Sum.hasEnded(readings))
                .forEach(readings -> Sum.add(readings, sums));
        return sums;
    }

    @Override
    public Map<Pool, Gap> reclaim(MemoryTarget target) {
        return isGroup(target) ? Map.of() : source.reclaim(target);
    }

    @Override
    public List<Use> uses(MemoryTarget target) {
        return isGroup(target)
                ? processes.membersOf(target).stream()
                        .flatMap(member -> source.uses(member).stream())
                        .distinct()
                        .toList()
                : source.uses(target);
    }

    @Override
    public List<String> weaknesses(MemoryTarget target) {
        return isGroup(target) ? List.of() : source.weaknesses(target);
    }
}
