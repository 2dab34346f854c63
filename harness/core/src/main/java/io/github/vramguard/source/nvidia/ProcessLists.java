package io.github.vramguard.source.nvidia;

import com.sun.jna.Pointer;
import io.github.vramguard.memory.Reading;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of a driver: of processes that compute, that draw, and that compute through the server MPS. */
final class ProcessLists {

    private static final List<String> OTHERS =
            List.of("nvmlDeviceGetGraphicsRunningProcesses", "nvmlDeviceGetMPSComputeRunningProcesses");

    private final List<ListFunction> compute;
    private final List<List<ListFunction>> others;

    private ProcessLists(List<ListFunction> compute, List<List<ListFunction>> others) {
        this.compute = compute;
        this.others = others;
    }

    static ProcessLists of(Library library) {
        return new ProcessLists(
                functions(library, "nvmlDeviceGetComputeRunningProcesses"),
                OTHERS.stream().map(name -> functions(library, name)).toList());
    }

    /** The versions of a function that there are, the newest first. */
    private static List<ListFunction> functions(Library library, String name) {
        return Stream.of(
                        new Version(name + "_v3", sizeOfThirdVersion(library)),
                        new Version(name + "_v2", 24),
                        new Version(name, 16))
                .filter(version -> library.has(version.symbol()))
                .map(version -> new ListFunction(library, version.symbol(), version.entrySize()))
                .toList();
    }

    /** Drivers 535.43 to 535.86 have wider entries; of these two functions only the first came with them. */
    private static int sizeOfThirdVersion(Library library) {
        return library.has("nvmlDeviceGetConfComputeMemSizeInfo")
                        && !library.has("nvmlDeviceGetRunningProcessDetailList")
                ? ListAnswer.WIDEST
                : 24;
    }

    private record Version(String symbol, int entrySize) {}

    /** What each process holds: the most that a list says, since each list has the whole of a process. */
    Map<Long, Reading> read(Pointer device, long limit) throws NvmlError {
        TreeMap<Long, Long> used = new TreeMap<>();
        collect(used, newest(compute, device, limit));
        for (List<ListFunction> versions : others) {
            collect(used, newestIfSupported(versions, device, limit));
        }
        return used.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> ProcessEntry.reading(entry.getValue())));
    }

    private static void collect(Map<Long, Long> used, List<ProcessEntry> entries) {
        entries.forEach(entry -> used.merge(entry.pid(), entry.used(), ProcessEntry::greater));
    }

    private static List<ProcessEntry> newestIfSupported(List<ListFunction> versions, Pointer device, long limit)
            throws NvmlError {
        try {
            return newest(versions, device, limit);
        } catch (NvmlError e) {
            if (e.asksForAnOlderFunction() || e.code() == ReturnCode.NOT_SUPPORTED) {
                return List.of();
            }
            throw e;
        }
    }

    private static List<ProcessEntry> newest(List<ListFunction> versions, Pointer device, long limit) throws NvmlError {
        NvmlError refusal = NvmlError.of("every list of processes", ReturnCode.FUNCTION_NOT_FOUND.code());
        for (ListFunction version : versions) {
            try {
                return version.read(device, limit);
            } catch (NvmlError e) {
                if (!e.asksForAnOlderFunction()) {
                    throw e;
                }
                refusal = e;
            }
        }
        throw refusal;
    }
}
