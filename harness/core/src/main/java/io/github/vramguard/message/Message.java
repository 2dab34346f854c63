package io.github.vramguard.message;

import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.model.DeviceFootprint;
import io.github.vramguard.verdict.Verdict;
import java.util.List;

/**
 * The two faces of a verdict.
 *
 * @param line one line
 * @param block the facts, indented, without a line break at the end
 */
public record Message(String line, String block) {

    /**
     * Tell the verdict on a trace.
     *
     * @param title what was judged, for instance {@code @LeakTest loadsAndUnloads()}
     * @param trace what was measured
     * @param verdict the verdict on it
     * @param most the largest number of cycles there could have been, {@link Integer#MAX_VALUE} if nobody knows
     * @return the message
     */
    public static Message of(String title, Trace trace, Verdict verdict, int most) {
        return new Message(title + ": " + Headline.of(verdict), TraceBlock.of(trace, verdict, most));
    }

    /**
     * Tell the verdict on a budget.
     *
     * @param title what was judged, for instance {@code @VramBudget answersAPrompt()}
     * @param trace a trace with the target and the origins of the readings
     * @param peaks what was measured
     * @param verdict the verdict on it
     * @return the message
     */
    public static Message of(String title, Trace trace, Peaks peaks, Verdict verdict) {
        return new Message(title + ": " + Headline.of(verdict), PeakBlock.of(trace, peaks, List.of(), verdict));
    }

    /**
     * Tell the verdict on a budget that was predicted.
     *
     * @param title what was judged, for instance {@code @VramBudget answersAPrompt()}
     * @param trace a trace with the target and the origins of the readings
     * @param peaks what was measured
     * @param verdict the verdict on it
     * @param predicted what one device was predicted to hold
     * @return the message
     */
    public static Message of(String title, Trace trace, Peaks peaks, Verdict verdict, DeviceFootprint predicted) {
        return new Message(
                title + ": " + Headline.of(verdict),
                PeakBlock.of(trace, peaks, PredictedParts.of(predicted, verdict), verdict));
    }

    /**
     * The same with one more fact.
     *
     * @param label what it is about
     * @param fact the fact
     * @return the longer message
     */
    public Message with(String label, String fact) {
        Facts more = new Facts();
        more.add(label, fact);
        return new Message(line, block + "\n" + more);
    }

    /**
     * The line and the block.
     *
     * @return both, with an empty line between them
     */
    @Override
    public String toString() {
        return line + "\n\n" + block;
    }
}
