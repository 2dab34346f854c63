package io.github.vramguard.source.nvidia;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.github.vramguard.memory.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The peaks that a driver records at every allocation, if root has enabled that. */
final class Accounting {

    private static final String STATS = "nvmlDeviceGetAccountingStats";
    private static final int STATS_SIZE = 56;
    private static final int MAX_USED = 8;
    private static final int START = 24;

    /** The start of a process is known to the second. */
    private static final long TOLERANCE = 2_000_000;

    private final Library library;
    private final CudaProcesses processes;

    Accounting(Library library, CudaProcesses processes) {
        this.library = library;
        this.processes = processes;
    }

    /** What processes have held at most, for those that the driver has a record of. */
    Map<Long, Reading> peaks(Device device, Set<Long> pids) throws NvmlError {
        Map<Long, Reading> peaks = new HashMap<>();
        for (long pid : pids) {
            Optional<Long> peak = device.ask(handle -> peak(handle, pid));
            if (peak.isPresent()) {
                peaks.put(pid, device.reading(STATS, peak.get()));
            }
        }
        return peaks;
    }

    /** The record of an earlier process with the same id is none. */
    private Optional<Long> peak(Pointer device, long pid) throws NvmlError {
        try (Memory stats = new Memory(STATS_SIZE)) {
            stats.clear();
            library.call(STATS, device, (int) pid, stats);
            return isOfAnEarlierProcess(pid, stats.getLong(START))
                    ? Optional.empty()
                    : Optional.of(stats.getLong(MAX_USED));
        } catch (NvmlError e) {
            if (e.code() == ReturnCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean isOfAnEarlierProcess(long pid, long recordedStart) {
        OptionalLong start = processes.startOf(pid);
        return start.isPresent() && recordedStart > 0 && recordedStart < start.getAsLong() - TOLERANCE;
    }
}
