package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The processes of a target, and those that were among them at an earlier reading: a driver may hold memory for a process
 * that has ended, and a process whose parent has ended is nobody's descendant any more.
 */
final class Family {

    private final Processes processes;
    private final Map<Long, Long> starts = new HashMap<>();

    Family(Processes processes) {
        this.processes = processes;
    }

    /** Their ids, without those that were given to another process since; empty once the target itself has ended. */
    Set<Long> of(MemoryTarget target) {
        Set<Long> now = processes.of(target);
        starts.entrySet().removeIf(member -> isAnother(member.getKey(), member.getValue()));
        now.forEach(pid -> processes.startOf(pid).ifPresent(start -> starts.put(pid, start)));
        Set<Long> all = new TreeSet<>(now);
        if (!now.isEmpty()) {
            all.addAll(starts.keySet());
        }
        return all;
    }

    private boolean isAnother(long pid, long start) {
        Optional<Long> found = processes.startOf(pid);
        return found.isPresent() && found.get() != start;
    }

    /** Forgets the processes that have ended and hold nothing more. */
    void keep(Set<Long> holders) {
        starts.keySet()
                .removeIf(pid -> !holders.contains(pid) && processes.find(pid).isEmpty());
    }
}
