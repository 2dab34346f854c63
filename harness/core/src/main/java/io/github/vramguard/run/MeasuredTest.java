package io.github.vramguard.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One verdict on one test, and its evidence.
 *
 * @param test the test
 * @param jvmRun the id of the JVM that ran it
 * @param startedAt when measuring began, in milliseconds since 1970
 * @param millis how long it took in all; 0 where the clock was set back meanwhile
 * @param measuringMillis how much of that was measuring
 * @param result the verdict, or why there is none
 * @param headline the verdict on one line
 * @param facts the evidence and the next steps, as indented lines
 * @param target whose memory was measured
 * @param timeline when it was read
 * @param pools what was read and judged, the most specific pool first
 */
public record MeasuredTest(
        TestCase test,
        String jvmRun,
        long startedAt,
        long millis,
        long measuringMillis,
        @JsonProperty("verdict") Result result,
        String headline,
        String facts,
        String target,
        Timeline timeline,
        List<MeasuredPool> pools) {

    /** Copies the list; rejects nulls and mismatches, which a record on disk may contain. */
    public MeasuredTest {
        Stream.of(test, jvmRun, result, headline, facts, target, timeline).forEach(Objects::requireNonNull);
        pools = List.copyOf(pools);
        millis = Math.max(0, millis);
        for (MeasuredPool pool : pools) {
            int readings = pool.readings().size();
            if (readings != 0 && readings != timeline.at().size()) {
                throw new IllegalArgumentException(pool.name() + " has " + readings + " readings, and there are "
                        + timeline.at().size() + " snapshots");
            }
        }
    }

    /**
     * A test that has begun, or failed by itself.
     *
     * @param test the test
     * @param jvm the id of the JVM that runs it
     * @param result {@link Result#UNFINISHED} or {@link Result#NOT_JUDGED}
     * @param headline why there is no verdict
     * @param trace the measurements so far
     * @return the record
     */
    public static MeasuredTest unjudged(TestCase test, String jvm, Result result, String headline, Trace trace) {
        long startedAt = startOf(trace);
        return new MeasuredTest(
                test,
                jvm,
                startedAt,
                System.currentTimeMillis() - startedAt,
                measuring(trace),
                result,
                headline,
                "",
                trace.target().toString(),
                Timeline.of(trace),
                MeasuredPool.unjudged(trace));
    }

    /**
     * A test that was judged by the level that memory returned to.
     *
     * @param test the test
     * @param jvm the id of the JVM that ran it
     * @param headline the verdict on one line
     * @param facts the evidence
     * @param trace the measurements
     * @param verdict the verdict
     * @return the record
     */
    public static MeasuredTest judged(
            TestCase test, String jvm, String headline, String facts, Trace trace, Verdict verdict) {
        long startedAt = startOf(trace);
        return new MeasuredTest(
                test,
                jvm,
                startedAt,
                System.currentTimeMillis() - startedAt,
                measuring(trace),
                Result.of(verdict),
                headline,
                facts,
                trace.target().toString(),
                Timeline.of(trace),
                MeasuredPool.of(trace, verdict));
    }

    /**
     * A test that was judged by how high memory went.
     *
     * @param test the test
     * @param jvm the id of the JVM that ran it
     * @param startedAt when measuring began, in milliseconds since 1970
     * @param headline the verdict on one line
     * @param facts the evidence
     * @param trace how memory went, without settled levels
     * @param peaks the measured peaks
     * @param budget the largest allowed peak; empty if only a baseline limits it
     * @param predicted what the file of a model predicts; empty where nothing was predicted
     * @param verdict the verdict
     * @return the record
     */
    public static MeasuredTest judged(
            TestCase test,
            String jvm,
            long startedAt,
            String headline,
            String facts,
            Trace trace,
            Peaks peaks,
            OptionalLong budget,
            OptionalLong predicted,
            Verdict verdict) {
        return new MeasuredTest(
                test,
                jvm,
                startedAt,
                System.currentTimeMillis() - startedAt,
                0,
                Result.of(verdict),
                headline,
                facts,
                trace.target().toString(),
                Timeline.of(trace),
                MeasuredPool.of(trace, peaks, budget, predicted, verdict));
    }

    private static long startOf(Trace trace) {
        return trace.snapshots().stream()
                .findFirst()
                .map(first ->
                        first.at().minus(first.settled().orElse(Duration.ZERO)).toEpochMilli())
                .orElseGet(System::currentTimeMillis);
    }

    private static long measuring(Trace trace) {
        return trace.levels().stream()
                .mapToLong(level -> level.settled().orElseThrow().toMillis())
                .sum();
    }

    /**
     * Returns the unique key of the test among those on machines of its class.
     *
     * @return the id and the check
     */
    public String key() {
        return test.key();
    }

    /**
     * Returns whether there is a verdict, which may be inconclusive.
     *
     * @return false if it failed by itself, or its JVM ended first
     */
    public boolean hasVerdict() {
        return result != Result.NOT_JUDGED && result != Result.UNFINISHED;
    }
}
