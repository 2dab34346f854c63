package io.github.vramguard.message;

import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.model.DeviceFootprint;
import io.github.vramguard.rule.SeenToLoad;
import io.github.vramguard.verdict.Verdict;
import java.util.List;

/**
 * A verdict in words.
 *
 * @param line the headline
 * @param block all facts, indented, without a line break at the end
 * @param facts the facts that explain the headline, in the same form, at most 21 lines
 */
public record Message(String line, String block, String facts) {

    /**
     * Describes the verdict on a trace.
     *
     * @param title what was judged, for instance {@code @LeakTest loadsAndUnloads()}
     * @param trace what was measured
     * @param verdict the verdict on it
     * @param most the largest number of cycles there could have been, {@link Integer#MAX_VALUE} if unknown
     * @return the message
     */
    public static Message of(String title, Trace trace, Verdict verdict, int most) {
        return new Message(
                title + ": " + Headline.of(verdict) + unseen(trace, verdict),
                TraceBlock.of(trace, verdict, most),
                TraceFacts.of(trace, verdict, most));
    }

    private static String unseen(Trace trace, Verdict verdict) {
        return verdict instanceof Verdict.Passed
                ? SeenToLoad.doubt(trace).map(doubt -> "; " + doubt).orElse("")
                : "";
    }

    /**
     * Describes the verdict on a budget.
     *
     * @param title what was judged, for instance {@code @VramBudget answersAPrompt()}
     * @param trace a trace with the target and the origins of the readings
     * @param peaks what was measured
     * @param verdict the verdict on it
     * @return the message
     */
    public static Message of(String title, Trace trace, Peaks peaks, Verdict verdict) {
        return of(title, new PeakBlock(trace, peaks, List.of(), verdict));
    }

    /**
     * Describes the verdict on a budget that was predicted.
     *
     * @param title what was judged, for instance {@code @VramBudget answersAPrompt()}
     * @param trace a trace with the target and the origins of the readings
     * @param peaks what was measured
     * @param verdict the verdict on it
     * @param predicted what one device was predicted to hold
     * @return the message
     */
    public static Message of(String title, Trace trace, Peaks peaks, Verdict verdict, DeviceFootprint predicted) {
        return of(title, new PeakBlock(trace, peaks, PredictedParts.of(predicted, verdict), verdict));
    }

    private static Message of(String title, PeakBlock block) {
        return new Message(title + ": " + Headline.of(block.verdict()), block.all(), block.few());
    }

    /**
     * Adds one more fact.
     *
     * @param label what it is about
     * @param fact the fact
     * @return the longer message
     */
    public Message with(String label, String fact) {
        Facts more = new Facts();
        more.add(label, fact);
        return new Message(line, block + "\n" + more, facts + "\n" + more);
    }

    /**
     * Returns the default form: the headline and the facts that explain it, at most 25 lines with one more fact.
     *
     * @return both, with an empty line between them
     */
    public String brief() {
        return line + "\n\n" + facts;
    }

    /**
     * Returns the form that the settings ask for.
     *
     * @param isFull whether to include all facts
     * @return the full or the default form
     */
    public String text(boolean isFull) {
        return isFull ? toString() : brief();
    }

    /**
     * Returns the full form: the headline and all facts.
     *
     * @return both, with an empty line between them
     */
    @Override
    public String toString() {
        return line + "\n\n" + block;
    }
}
