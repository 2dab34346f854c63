package io.github.vramguard.explain;

import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.ServerAdvice.Occasion;
import java.util.List;
import java.util.stream.Stream;

/** What makes a peak smaller, by the settings of the servers that ran. */
public final class BudgetAdvice {

    private BudgetAdvice() {}

    /**
     * Returns what can be done about a peak above its budget.
     *
     * @param peaks the peaks
     * @return each a sentence, the one that always holds first
     */
    public static List<String> of(Peaks peaks) {
        return Stream.concat(
                        Stream.of("load less at a time, a smaller context or a smaller model, or raise the budget"),
                        ServersAdvice.on(Occasion.PEAK_TOO_HIGH, peaks.programs()).stream())
                .toList();
    }
}
