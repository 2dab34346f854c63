package io.github.vramguard.junit;

import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.message.Message;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.verdict.Unmeasured;
import io.github.vramguard.verdict.Verdict;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What becomes of a verdict: it is compared with the baseline, recorded, published and enforced. */
final class Outcome {

    static final String FAILED_FOR_ANOTHER_REASON = "the test failed for another reason";

    private static final Message NO_WORDS = new Message("", "", "");

    private final Session session;
    private final Check check;

    Outcome(Session session, Check check) {
        this.session = session;
        this.check = check;
    }

    /** Ends a check of the level that memory returned to. */
    void of(Trace trace, Verdict verdict, int maxCycles) {
        session.judged(trace);
        session.unmeasured(Unmeasured.of(verdict.pools()));
        BiFunction<Verdict, Message, MeasuredTest> record = (judged, message) ->
                MeasuredTest.judged(check.testCase(), jvmRun(), message.line(), message.block(), trace, judged);
        end(compared(verdict, record, true), judged -> Message.of(check.title(), trace, judged, maxCycles), record);
    }

    /** Ends a check of the highest level that memory reached. */
    void of(Trace trace, Peaks peaks, Budget budget, Verdict verdict, long startedAt) {
        session.judged(trace);
        BiFunction<Verdict, Message, MeasuredTest> record = (judged, message) -> MeasuredTest.judged(
                check.testCase(),
                jvmRun(),
                startedAt,
                message.line(),
                message.block(),
                trace,
                peaks,
                budget.limit(),
                budget.prediction(),
                judged);
        end(
                compared(verdict, record, !budget.isOfBaseline()),
                judged -> budget.message(check.title(), trace, peaks, judged),
                record);
    }

    /** Baselines compare figures, so the record that they see has no words yet. */
    private Verdict compared(
            Verdict verdict, BiFunction<Verdict, Message, MeasuredTest> record, boolean hasOtherLimit) {
        Function<Verdict, MeasuredTest> figures = judged -> record.apply(judged, NO_WORDS);
        return session.recording()
                .map(recording -> recording.baselines().compare(verdict, figures, hasOtherLimit))
                .orElse(verdict);
    }

    private void end(
            Verdict verdict, Function<Verdict, Message> words, BiFunction<Verdict, Message, MeasuredTest> record) {
        Message message = words.apply(verdict);
        MeasuredTest test = record.apply(verdict, message);
        record(test);
        session.verdicts().count(test.result());
        new Publication(check.context()).of(test, message);
        session.enforcement()
                .of(
                        verdict,
                        session.recording()
                                .map(recording -> recording.withPathOfReport(message))
                                .orElse(message));
    }

    /** A test that failed for another reason keeps its own failure. */
    void notJudged(String reason, Trace measured) {
        session.verdicts().count(Result.NOT_JUDGED);
        session.console().verdict(check.title() + ": not judged, because " + reason);
        new Publication(check.context()).notJudged(reason);
        record(MeasuredTest.unjudged(check.testCase(), jvmRun(), Result.NOT_JUDGED, reason, measured));
    }

    /** Records what is known so far of a test that goes on: all there is if its JVM is killed. */
    void goesOn(Trace measured) {
        record(MeasuredTest.unjudged(
                check.testCase(),
                jvmRun(),
                Result.UNFINISHED,
                check.title() + ": its JVM ended after " + measured.cycles() + " cycles, and before the test did",
                measured));
    }

    private void record(MeasuredTest test) {
        session.recording().ifPresent(recording -> recording.add(WorstResult.soFar(check, test)));
    }

    private String jvmRun() {
        return session.recording().map(Recording::jvmRun).orElse("");
    }
}
