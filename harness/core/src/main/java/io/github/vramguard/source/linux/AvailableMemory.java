package io.github.vramguard.source.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The memory that this process can still get: what the machine can give without swapping, or what is left below the
 * limit of one of its control groups (version 2) where that is less.
 *
 * @param proc where {@code /proc} is
 * @param cgroups where the hierarchy of control groups is
 */
public record AvailableMemory(Path proc, Path cgroups) {

    public static AvailableMemory ofThisMachine() {
        return new AvailableMemory(Processes.PROC, ControlGroups.MOUNT);
    }

    /** Returns the bytes; empty where there is no {@code /proc/meminfo}. */
    public OptionalLong bytes() {
        try {
            OptionalLong machine = MemInfo.read(proc).available();
            return LongStream.concat(machine.stream(), leftInGroups()).min();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private LongStream leftInGroups() {
        return Membership.of(proc.resolve("self")).unified().stream()
                .map(path -> cgroups.resolve(path).normalize())
                .flatMap(group -> Stream.iterate(group, dir -> dir.startsWith(cgroups), Path::getParent))
                .flatMapToLong(AvailableMemory::left);
    }

    /** Cached pages of files that were not used lately count as free: the kernel drops them when it needs room. */
    private static LongStream left(Path group) {
        OptionalLong max = MemoryLimit.of(group).bytes();
        OptionalLong current = ProcFile.number(group.resolve("memory.current"));
        if (max.isEmpty() || current.isEmpty()) {
            return LongStream.empty();
        }
        try {
            return LongStream.of(Math.max(
                    0,
                    max.getAsLong()
                            - current.getAsLong()
                            + MemoryStat.read(group).inactiveFile()));
        } catch (IOException e) {
            return LongStream.empty();
        }
    }
}
