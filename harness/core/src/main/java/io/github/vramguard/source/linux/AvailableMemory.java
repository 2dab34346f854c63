package io.github.vramguard.source.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        return new AvailableMemory(Path.of("/proc"), Path.of("/sys/fs/cgroup"));
    }

    /** Bytes; empty where there is no {@code /proc/meminfo}. */
    public OptionalLong bytes() {
        try {
            OptionalLong machine = ProcFields.read(proc.resolve("meminfo")).bytes("MemAvailable");
            return LongStream.concat(machine.stream(), leftInGroups()).min();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private LongStream leftInGroups() throws IOException {
        Path membership = proc.resolve("self/cgroup");
        List<String> lines = Files.exists(membership) ? Files.readAllLines(membership) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith("0::/"))
                .map(line -> cgroups.resolve(line.substring("0::/".length())).normalize())
                .flatMap(group -> Stream.iterate(group, dir -> dir.startsWith(cgroups), Path::getParent))
                .flatMapToLong(AvailableMemory::left);
    }

    /** Cached pages of files that nobody used lately count as free: the kernel drops them when it needs room. */
    private static LongStream left(Path group) {
        try {
            String max = Files.readString(group.resolve("memory.max")).strip();
            if (max.equals("max")) {
                return LongStream.empty();
            }
            long current = Long.parseLong(
                    Files.readString(group.resolve("memory.current")).strip());
            return LongStream.of(Math.max(0, Long.parseLong(max) - current + inactiveFile(group)));
        } catch (IOException e) {
            return LongStream.empty();
        }
    }

    private static long inactiveFile(Path group) throws IOException {
        return Files.readAllLines(group.resolve("memory.stat")).stream()
                .filter(line -> line.startsWith("inactive_file "))
                .mapToLong(line -> Long.parseLong(line.substring("inactive_file ".length())))
                .findFirst()
                .orElse(0);
    }
}
