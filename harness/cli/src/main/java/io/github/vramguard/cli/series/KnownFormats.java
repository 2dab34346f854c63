package io.github.vramguard.cli.series;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import java.util.List;

/** Recognises the format of an input by its first line. */
public final class KnownFormats {

    /** What can be judged. */
    public static final String ACCEPTED = "CSV with a header that names id, pool and values, a column of numbers,"
            + " what vramguard watch --csv writes, or what nvidia-smi --query-compute-apps=gpu_uuid,pid,used_memory --format=csv prints with its header";

    private KnownFormats() {}

    /**
     * Recognises the format by the current line.
     *
     * @param pool the pool, if the format names none
     * @param quality whether levels include other memory, if the format does not say
     */
    public static SeriesFormat of(Lines lines, Pool pool, Quality quality) {
        String first = lines.text();
        if (ColumnFormat.recognises(first)) {
            return new ColumnFormat(pool, quality);
        }
        List<String> header = lines.parse(first, Cells::of);
        if (header.contains("signal")) {
            throw lines.refuse("the column signal is called pool, with the name of a pool in it");
        }
        if (CsvFormat.recognises(header)) {
            return CsvFormat.of(header);
        }
        if (RecordedFormat.recognises(header)) {
            return new RecordedFormat();
        }
        if (NvidiaSmiFormat.recognises(header)) {
            return new NvidiaSmiFormat(header, pool, quality);
        }
        throw lines.refuse(lines.quoted() + " does not begin a known format; accepted are " + ACCEPTED);
    }
}
