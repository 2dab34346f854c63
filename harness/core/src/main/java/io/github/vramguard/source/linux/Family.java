package io.github.vramguard.source.linux;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of a target, and those that were among them at an earlier reading: a driver may hold memory for a process
 * that has ended, and a process whose parent has ended is no longer a descendant.
 */
public final class Family {

    /** A process as it was first seen. */
    private record Member(OneProcess process, Optional<OneProcess> parent) {}

    private final Processes processes;
    private final Map<Long, Member> members = new HashMap<>();

    public Family(Processes processes) {
        this.processes = processes;
    }

    /**
     * Their ids, without those that were given to another process since; empty once all have ended and hold nothing.
     *
     * @param now the processes of the target as they are now
     */
    public Set<Long> of(Set<Long> now) {
        meet(now);
        return new TreeSet<>(members.keySet());
    }

    private void meet(Set<Long> now) {
        members.entrySet().removeIf(member -> isAnother(member.getKey(), member.getValue()));
        now.stream().filter(pid -> !members.containsKey(pid)).forEach(pid -> processes
                .statOf(pid)
                .ifPresent(stat -> members.put(
                        pid,
                        new Member(
                                new OneProcess(pid, stat.started(), stat.command()), processes.find(stat.parent())))));
    }

    /** One that has ended may not have been waited for. */
    private boolean isAnother(long pid, Member member) {
        return !processes.isRunning(member.process())
                && processes
                        .statOf(pid)
                        .filter(stat -> stat.started() != member.process().started())
                        .isPresent();
    }

    /**
     * Those that run on although the parent that they had when they were first seen, or an earlier ancestor, has ended.
     *
     * @param now the processes of the target as they are now
     */
    Set<OneProcess> orphans(Set<Long> now) {
        meet(now);
        Set<OneProcess> orphans = new HashSet<>();
        members.forEach((pid, member) -> {
            boolean lostItsParent = member.parent()
                    .filter(parent -> !processes.isRunning(parent))
                    .isPresent();
            if (lostItsParent || !now.contains(pid)) {
                processes.find(pid).ifPresent(orphans::add);
            }
        });
        return orphans;
    }

    /** The members among some processes that have ended, each with its name. */
    public Set<String> ended(Stream<Long> pids) {
        return pids.map(members::get)
                .filter(Objects::nonNull)
                .map(Member::process)
                .filter(process -> !processes.isRunning(process))
                .map(OneProcess::toString)
                .collect(Collectors.toSet());
    }

    /** Forgets the processes that have ended and hold nothing more. */
    public void forgetAllBut(Set<Long> holders) {
        members.keySet()
                .removeIf(pid -> !holders.contains(pid) && processes.find(pid).isEmpty());
    }
}
