package io.github.vramguard.cli.series;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What {@code nvidia-smi --query-compute-apps=… --format=csv -l N} prints: a line for each process on each device. */
final class NvidiaSmiFormat implements SeriesFormat {

    private static final Pattern MEMORY = Pattern.compile("used_(gpu_)?memory( \\[MiB])?");
    private static final double MIB = 1024 * 1024;
    private static final String NO_PROCESS = "No running processes found";

    private final List<String> header;
    private final Pool pool;
    private final Quality quality;
    private final int device;
    private final int process;
    private final int memory;

    NvidiaSmiFormat(List<String> header, Pool pool, Quality quality) {
        this.header = header;
        this.pool = pool;
        this.quality = quality;
        device = Math.max(header.indexOf("gpu_uuid"), header.indexOf("gpu_bus_id"));
        process = header.indexOf("pid");
        memory = header.indexOf(memoryColumn(header));
    }

    static boolean recognises(List<String> header) {
        return header.contains("pid") && !memoryColumn(header).isEmpty();
    }

    private static String memoryColumn(List<String> header) {
        return header.stream()
                .filter(column -> MEMORY.matcher(column).matches())
                .findFirst()
                .orElse("");
    }

    @Override
    public void read(Lines lines, Consumer<Series> judge) throws IOException {
        Appearances appearances = new Appearances();
        while (lines.advance()) {
            List<String> cells = cells(lines.text());
            if (cells.equals(header) || lines.text().equals(NO_PROCESS)) {
                appearances.nextSample();
            } else {
                refuseAnythingElse(lines, cells);
                appearances.add(id(cells), lines.parse(cells.get(memory), NvidiaSmiFormat::bytes));
            }
        }
        appearances.forEach((id, values) -> judge.accept(new Series(id, pool, quality, values)));
    }

    /** The last cell keeps its commas: the name of a process may have some. */
    private List<String> cells(String line) {
        return Arrays.stream(line.split(",", header.size())).map(String::strip).toList();
    }

    private void refuseAnythingElse(Lines lines, List<String> cells) {
        if (cells.size() < header.size() || !cells.get(process).matches("\\d+")) {
            throw lines.refuse(lines.quoted() + " is not a line of " + String.join(", ", header)
                    + " with the number of a process");
        }
    }

    private String id(List<String> cells) {
        return device < 0 ? cells.get(process) : cells.get(device) + "/" + cells.get(process);
    }

    private static OptionalDouble bytes(String written) {
        OptionalDouble level = WrittenLevel.parse(written);
        boolean inMebibytes = level.isPresent() && WrittenLevel.isNumber(written);
        return inMebibytes ? OptionalDouble.of(level.getAsDouble() * MIB) : level;
    }
}
