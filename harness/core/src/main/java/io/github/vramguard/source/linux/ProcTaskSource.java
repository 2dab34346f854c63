package io.github.vramguard.source.linux;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Use;
import io.github.vramguard.source.jvm.HotSpotThreads;
import io.github.vramguard.source.spi.MemorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Counts of what a process holds open: threads, of this JVM those that are not HotSpot's own, and file descriptors. */
public final class ProcTaskSource implements MemorySource {

    private static final int LISTINGS = 3;

    private final Processes processes;
    private final KnownUses known = new KnownUses();

    public ProcTaskSource(Processes processes) {
        this.processes = processes;
    }

    @Override
    public String name() {
        return "proc-task";
    }

    /** Which threads another runtime starts by itself is not known: that of Go adds some now and then. */
    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        boolean isThisJvm = target instanceof MemoryTarget.ThisJvm;
        return Map.of(
                Pool.THREADS,
                isThisJvm ? Origin.exact("/proc") : Origin.mixed("/proc"),
                Pool.FILES,
                Origin.exact("/proc"));
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        if (!processes.isRunning(target)) {
            Gap gone = new Gap(Reason.PROCESS_GONE, target + " has ended");
            return Map.of(Pool.THREADS, gone, Pool.FILES, gone);
        }
        Path process = processes.directoryOf(target);
        return Map.of(
                Pool.THREADS, reading(Pool.THREADS, process, threads(process, target)),
                Pool.FILES, reading(Pool.FILES, process, files(process, target)));
    }

    private static Reading reading(Pool pool, Path process, OptionalLong count) {
        if (count.isPresent()) {
            return Reading.of(pool, count.getAsLong());
        }
        return Files.exists(process)
                ? new Gap(Reason.NO_PERMISSION, process + " may not be listed; run as its user, or with CAP_SYS_PTRACE")
                : new Gap(Reason.NOT_SUPPORTED, process + " cannot be listed; Linux has one");
    }

    /** Only this JVM is known to be a HotSpot, and to read the name of each thread of a server takes long. */
    private static OptionalLong threads(Path process, MemoryTarget target) {
        Path tasks = process.resolve("task");
        return Stream.ofNullable(tasks.toFile().list())
                .mapToLong(ids -> target instanceof MemoryTarget.ThisJvm
                        ? Arrays.stream(ids)
                                .filter(id -> isNotHotSpots(tasks, id))
                                .count()
                        : ids.length)
                .findFirst();
    }

    private static boolean isNotHotSpots(Path tasks, String id) {
        try {
            return !HotSpotThreads.include(ProcFile.read(tasks.resolve(id).resolve("comm")));
        } catch (IOException endedMeanwhile) {
            return false;
        }
    }

    /**
     * For this JVM the least of some listings, because it opens a file of its control group now and then, less the descriptor that
     * the listing of this process itself needs.
     */
    private static OptionalLong files(Path process, MemoryTarget target) {
        boolean isThisJvm = target instanceof MemoryTarget.ThisJvm;
        Descriptors open = new Descriptors(process);
        return Stream.generate(open::count)
                .limit(isThisJvm ? LISTINGS : 1)
                .flatMapToLong(OptionalLong::stream)
                .map(count -> count - (isThisJvm ? 1 : 0))
                .min();
    }

    @Override
    public List<Use> uses(MemoryTarget target) {
        if (!processes.isRunning(target)) {
            return List.of();
        }
        Path process = processes.directoryOf(target);
        List<Use> uses = new ArrayList<>(known.of(process));
        if (target instanceof MemoryTarget.ThisJvm) {
            uses.addAll(Compilers.atWork(process));
        }
        return List.copyOf(uses);
    }
}
