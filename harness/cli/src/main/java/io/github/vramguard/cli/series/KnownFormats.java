package io.github.vramguard.cli.series;

import java.util.List;

/** Recognises the format of an input by its first line. */
public final class KnownFormats {

    /** What can be judged. */
    public static final String ACCEPTED = "CSV with a header that names id, signal and values, a column of numbers,"
            + " what vramguard watch --csv writes, or what nvidia-smi --query-compute-apps=gpu_uuid,pid,used_memory --format=csv prints with its header";

    private KnownFormats() {}

    /**
     * Recognise the format by the current line.
     *
     * @param fallback the signal where the format names none
     */
    public static SeriesFormat of(Lines lines, Signal fallback) {
        String first = lines.text();
        if (ColumnFormat.recognises(first)) {
            return new ColumnFormat(fallback);
        }
        List<String> header = lines.parse(first, Cells::of);
        if (CsvFormat.recognises(header)) {
            return CsvFormat.of(header);
        }
        if (RecordedFormat.recognises(header)) {
            return new RecordedFormat();
        }
        if (NvidiaSmiFormat.recognises(header)) {
            return new NvidiaSmiFormat(header, fallback);
        }
        throw lines.refuse(lines.quoted() + " does not begin a known format; accepted are " + ACCEPTED);
    }
}
