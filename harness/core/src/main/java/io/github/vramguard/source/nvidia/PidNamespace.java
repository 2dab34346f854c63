package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.ProcessAccounting;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the process ids and amounts in the driver's lists are those of this PID namespace. In a container they may be
 * those of the host, or nothing at all, whatever the version of the driver promises; so what the lists say is compared with
 * what the processes are seen to do.
 */
final class PidNamespace {

    /** From here on drivers translate the ids, and look up the amounts by the ids of the host. */
    private static final DriverVersion FIRST_UNUSABLE = new DriverVersion("535.113.01");

    private static final DriverVersion FIRST_MENDED = new DriverVersion("565.57.01");

    private final CudaProcesses processes;
    private final DriverVersion driver;
    private final boolean wholeMachine;
    private final Set<Long> known = new HashSet<>();
    private boolean proven;

    PidNamespace(CudaProcesses processes, DriverVersion driver) {
        this.processes = processes;
        this.driver = driver;
        wholeMachine = processes.areAllOfTheMachine();
    }

    /** Returns the accounting of each GPU, from the list of each. */
    Map<String, ProcessAccounting> accountings(Map<String, Map<Long, Reading>> lists, Set<Long> pids) {
        Map<String, ProcessAccounting> accountings = new LinkedHashMap<>();
        Set<Long> unlisted = unlisted(lists, pids);
        lists.forEach((gpu, list) -> accountings.put(
                gpu, obstacle(list, unlisted).map(ProcessAccounting::unreadable).orElseGet(() -> accounting(list))));
        return accountings;
    }

    /** An entry of a process that cannot exist may be that of any other. */
    private static ProcessAccounting accounting(Map<Long, Reading> list) {
        return list.entrySet().stream()
                .filter(entry -> !ProcessEntry.isPossible(entry.getKey()) && entry.getValue() instanceof Gap)
                .findFirst()
                .map(entry -> ProcessAccounting.partial(list, (Gap) entry.getValue()))
                .orElseGet(() -> ProcessAccounting.complete(list));
    }

    /** Whether a process id can be given to the driver. */
    boolean isTrusted() {
        return wholeMachine || proven;
    }

    /** The processes that use CUDA and hold nothing by any list. One that does hold something proves the lists right. */
    private Set<Long> unlisted(Map<String, Map<Long, Reading>> lists, Set<Long> pids) {
        if (wholeMachine || isUnusable()) {
            return Set.of();
        }
        Set<Long> unlisted = new HashSet<>();
        for (long pid : pids) {
            if (processes.usesCuda(pid)) {
                if (lists.values().stream().anyMatch(list -> holds(list, pid))) {
                    proven = true;
                } else {
                    unlisted.add(pid);
                }
            }
        }
        return proven ? Set.of() : unlisted;
    }

    private static boolean holds(Map<Long, Reading> list, long pid) {
        Reading reading = list.get(pid);
        return reading != null && reading.amount().orElse(0) > 0;
    }

    private Optional<Gap> obstacle(Map<Long, Reading> list, Set<Long> unlisted) {
        if (wholeMachine) {
            return Optional.empty();
        }
        if (isUnusable()) {
            return Optional.of(untrusted("driver " + driver + " gives no amounts by process in a container"));
        }
        return stranger(list)
                .map(pid -> "process " + pid + " in the driver's list is not one of this container that uses a GPU")
                .or(() -> unlisted.stream()
                        .filter(pid -> !list.isEmpty())
                        .findFirst()
                        .map(pid -> "process " + pid + " uses CUDA, and holds nothing by the driver's list"))
                .map(PidNamespace::untrusted);
    }

    private boolean isUnusable() {
        return !driver.isKnown() || (driver.compareTo(FIRST_UNUSABLE) >= 0 && driver.compareTo(FIRST_MENDED) < 0);
    }

    /** A process that was seen before may remain in the list for a while after its end. */
    private Optional<Long> stranger(Map<Long, Reading> list) {
        list.keySet().stream().filter(processes::mayUseAGpu).forEach(known::add);
        return list.keySet().stream().filter(pid -> !known.contains(pid)).findFirst();
    }

    private static Gap untrusted(String observation) {
        return new Gap(
                Reason.NAMESPACE_UNTRUSTED,
                observation + "; share the host's process ids: --pid=host for Docker, hostPID: true for Kubernetes");
    }
}
