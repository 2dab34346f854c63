package io.github.vramguard.cli.judge;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Prints aligned lines for a person to read. The names are not known in advance, so their column widens if needed. */
final class TextReport implements Consumer<Judgement> {

    private final PrintWriter out;
    private int widest = 16;

    TextReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(Judgement judgement) {
        String id = judgement.series().id();
        widest = Math.max(widest, id.length());
        out.print(String.format(
                Locale.ROOT,
                "%-" + widest + "s  %-12s  %-12s  %10s  %3s\n",
                id,
                judgement.result(),
                judgement.shown().shape(),
                judgement.perCycle(),
                cyclesNeeded(judgement)));
    }

    private static String cyclesNeeded(Judgement judgement) {
        if (judgement.shown().shape().certain()) {
            return "-";
        }
        OptionalInt needed = judgement.cyclesNeeded();
        return needed.isPresent() ? Integer.toString(needed.getAsInt()) : "?";
    }
}
