package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of {@code nvidia-smi}. Names come last in a line, since they may contain commas. */
final class SmiCsv {

    static final String FORMAT = "--format=csv,noheader,nounits";
    static final String GPUS = "--query-gpu=uuid,pci.bus_id,memory.total,memory.used,name";
    static final String PROCESSES = "--query-compute-apps=gpu_uuid,pid,used_gpu_memory,process_name";

    private static final String WARNING = "WARNING:";

    private SmiCsv() {}

    /** The GPUs, by PCI address. */
    static List<SmiGpu> gpus(String text) throws Refusal {
        List<SmiGpu> gpus = new ArrayList<>();
        for (String line : lines(text).filter(SmiCsv::isRow).toList()) {
            String[] cells = cells(line, 5);
            gpus.add(SmiGpu.of(cells[0], cells[1], cells[2], cells[3], cells[4]));
        }
        List<String> remarks = remarks(text);
        if (gpus.isEmpty() && !remarks.isEmpty()) {
            throw unparsable(remarks.get(0));
        }
        gpus.sort(Comparator.comparing(SmiGpu::address));
        return gpus;
    }

    /** The processes that compute, by the UUID of the GPU. */
    static Map<String, List<SmiProcess>> processes(String text) throws Refusal {
        Map<String, List<SmiProcess>> processes = new HashMap<>();
        for (String line : lines(text).filter(line -> !line.startsWith(WARNING)).toList()) {
            String[] cells = cells(line, 4);
            if (!cells[1].matches("\\d{1,10}")) {
                throw unparsable(line);
            }
            processes
                    .computeIfAbsent(cells[0], uuid -> new ArrayList<>())
                    .add(SmiProcess.of("", cells[1], cells[3], cells[2]));
        }
        return processes;
    }

    /** What is printed beside the table, of a device that is lost or damaged: the others have their rows all the same. */
    static List<String> remarks(String text) {
        return lines(text).filter(line -> !isRow(line)).toList();
    }

    /** Whether the table has a GPU. */
    static boolean hasRows(String text) {
        return lines(text).anyMatch(SmiCsv::isRow);
    }

    private static boolean isRow(String line) {
        return line.startsWith("GPU-") || line.startsWith("MIG-");
    }

    private static Stream<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equalsIgnoreCase("No running processes found"));
    }

    private static String[] cells(String line, int count) throws Refusal {
        String[] cells = line.strip().split("\\s*,\\s*", count);
        if (cells.length < count) {
            throw unparsable(line);
        }
        return cells;
    }

    private static Refusal unparsable(String line) {
        return new Refusal(Reason.UNPARSABLE, "nvidia-smi answered in an unknown form: " + line);
    }
}
