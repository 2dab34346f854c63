package io.github.vramguard.source.linux;

import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of memory as the kernel prints it: {@code 2068 KiB}, or bytes where there is no unit. */
public final class KernelSize {

    private static final Pattern FORM = Pattern.compile("(\\d{1,17})(?:[ \\t]+([KMG]iB|kB))?");
    private static final Map<String, Integer> SHIFTS = Map.of("kB", 10, "KiB", 10, "MiB", 20, "GiB", 30);

    /** No machine has so much memory; sums of smaller amounts do not overflow. */
    private static final long LIMIT = 1L << 56;

    private KernelSize() {}

    /** The bytes; empty if the text is anything else than one amount. */
    public static OptionalLong parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return OptionalLong.empty();
        }
        int shift = form.group(2) == null ? 0 : SHIFTS.getOrDefault(form.group(2), 0);
        long amount = Long.parseLong(form.group(1));
        return amount < LIMIT >> shift ? OptionalLong.of(amount << shift) : OptionalLong.empty();
    }
}
