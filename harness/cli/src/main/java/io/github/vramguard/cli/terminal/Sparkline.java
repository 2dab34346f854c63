package io.github.vramguard.cli.terminal;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Amounts as a line of bars, from the lowest to the highest of them; a gap is a blank. */
public final class Sparkline {

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final String ASCII_BARS = "_.:-=+*#";

    /** What moves by less than a part in twenty is not to look like mountains. */
    private static final long FLATNESS = 20;

    private Sparkline() {}

    /** A character for each amount. */
    public static String of(List<OptionalLong> amounts, boolean unicode) {
        String bars = unicode ? BARS : ASCII_BARS;
        LongSummaryStatistics read =
                amounts.stream().flatMapToLong(OptionalLong::stream).summaryStatistics();
        double span = Math.max(1, Math.max(read.getMax() - read.getMin(), Math.abs(read.getMax()) / FLATNESS));
        return amounts.stream()
                .map(amount -> amount.isPresent() ? bar(bars, (amount.getAsLong() - read.getMin()) / span) : " ")
                .collect(Collectors.joining());
    }

    private static String bar(String bars, double share) {
        int height = Math.min(bars.length() - 1, (int) (share * bars.length()));
        return bars.substring(height, height + 1);
    }
}
