package io.github.vramguard.source.linux;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.jvm.PretouchedHeap;
import io.github.vramguard.source.spi.MemorySource;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Resident memory, from {@code /proc/PID/status}. Pages of files are a pool of their own: they are shared, and the
 * system loads and drops them at any time. Shared anonymous memory is included: drivers pin host memory there.
 */
public final class ProcStatusSource implements MemorySource {

    private final Processes processes;
    private final boolean heapIsPretouched;

    public ProcStatusSource(Processes processes) {
        this(processes, PretouchedHeap.isOfThisJvm());
    }

    ProcStatusSource(Processes processes, boolean heapIsPretouched) {
        this.processes = processes;
        this.heapIsPretouched = heapIsPretouched;
    }

    @Override
    public String name() {
        return "proc-status";
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        return Map.of(
                Pool.RESIDENT,
                hasHeap(target) && !lessHeap(target) ? Origin.mixed("/proc") : Origin.exact("/proc"),
                Pool.MAPPED,
                Origin.mixed("/proc"));
    }

    /** A heap grows to its limit without a leak. Model servers have none. */
    private static boolean hasHeap(MemoryTarget target) {
        return target instanceof MemoryTarget.ThisJvm;
    }

    private boolean lessHeap(MemoryTarget target) {
        return heapIsPretouched && hasHeap(target);
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        Path status = processes.directoryOf(target).resolve("status");
        if (!processes.isRunning(target)) {
            return gap(Reason.PROCESS_GONE, target + " has ended");
        }
        try {
            return read(target, status, ProcFields.read(status));
        } catch (AccessDeniedException e) {
            return gap(Reason.NO_PERMISSION, status + " may not be read; mount /proc without hidepid");
        } catch (IOException e) {
            return gap(Reason.NOT_SUPPORTED, "there is no " + status + " to read; Linux has one");
        }
    }

    private Map<Pool, Reading> read(MemoryTarget target, Path status, ProcFields fields) {
        if (fields.text("State").orElse("").matches("[ZX].*")) {
            return gap(Reason.PROCESS_GONE, target + " has ended");
        }
        OptionalLong anonymous = fields.bytes("RssAnon");
        OptionalLong shared = fields.bytes("RssShmem");
        OptionalLong file = fields.bytes("RssFile");
        if (Stream.of(anonymous, shared, file).anyMatch(OptionalLong::isEmpty)) {
            return gap(Reason.NOT_SUPPORTED, status + " has no RssAnon, RssShmem and RssFile; Linux 4.5 or newer has");
        }
        long swapped = fields.bytes("VmSwap").orElse(0);
        long heap = lessHeap(target) ? PretouchedHeap.committed() : 0;
        return Map.of(
                Pool.RESIDENT, Reading.of(Pool.RESIDENT, anonymous.getAsLong() + shared.getAsLong() + swapped - heap),
                Pool.MAPPED, Reading.of(Pool.MAPPED, file.getAsLong()));
    }

    private static Map<Pool, Reading> gap(Reason reason, String detail) {
        Gap gap = new Gap(reason, detail);
        return Map.of(Pool.RESIDENT, gap, Pool.MAPPED, gap);
    }

    @Override
    public List<String> weaknesses(MemoryTarget target) {
        return lessHeap(target) || !hasHeap(target)
                ? List.of()
                : List.of("resident memory is reported, not enforced; to have it enforced, use "
                        + String.join(", ", PretouchedHeap.missing()));
    }
}
