package io.github.vramguard.junit;

import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.message.Message;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.TestCase;
import io.github.vramguard.verdict.Precedent;
import io.github.vramguard.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What becomes of a verdict: it is held against the baseline, told, recorded, and enforced. */
final class Outcome {

    private static final List<Result> BEST_FIRST =
            List.of(Result.PASSED, Result.INCONCLUSIVE, Result.NOT_JUDGED, Result.UNFINISHED, Result.FAILED);

    private static final Comparator<MeasuredTest> WORSE = Comparator.comparingInt(
                    (MeasuredTest test) -> BEST_FIRST.indexOf(test.result()))
            .thenComparingLong(Outcome::highestPeak);

    private final ExtensionContext context;
    private final Session session;

    private final ExtensionContext subject;
    private final String check;
    private final String prefix;

    /** What becomes of a check, which is called by its annotation. */
    Outcome(ExtensionContext context, String annotation) {
        this(context, context, annotation, annotation);
    }

    private Outcome(ExtensionContext context, ExtensionContext subject, String check, String prefix) {
        this.context = context;
        this.subject = subject;
        this.check = check;
        this.prefix = prefix;
        this.session = Session.of(context);
    }

    /** All invocations of a template are one test, whichever of them is told the verdict. */
    static Outcome ofSeries(ExtensionContext invocation, ExtensionContext template, String annotation) {
        return new Outcome(invocation, template, annotation, annotation);
    }

    /** A test that runs cycles of its own is judged by them, also where it says that it has no leak; by each of its loops. */
    static Outcome ofCycles(ExtensionContext context, int loop) {
        boolean saysSo = Nearest.annotation(context, NoLeak.class).isPresent();
        String check = saysSo ? "@NoLeak" : "Cycles";
        return new Outcome(context, context, loop == 1 ? check : check + " " + loop, "Cycles of");
    }

    /** The cycles of a leak test are one test, of which the highest peak is recorded. */
    static Outcome ofBudget(ExtensionContext context) {
        ExtensionContext subject = Nearest.annotation(context, LeakTest.class)
                .flatMap(cycles -> context.getParent())
                .orElse(context);
        return new Outcome(context, subject, "@VramBudget", "@VramBudget");
    }

    /** The test as it is named in messages: the annotation and the method or class. */
    String title() {
        String name = context.getTestMethod()
                .map(method -> method.getName() + "()")
                .or(() -> context.getTestClass().map(Class::getSimpleName))
                .orElseGet(context::getDisplayName);
        return prefix + " " + name;
    }

    /** Tells, records and enforces the verdict on what memory returned to. */
    void of(Trace trace, Verdict verdict, int most) {
        end(
                verdict,
                judged -> Message.of(title(), trace, judged, most),
                (judged, message) ->
                        MeasuredTest.judged(testCase(), fork(), message.line(), message.block(), trace, judged),
                Baselines::of);
    }

    /** Tells, records and enforces the verdict on how high memory went. */
    void of(Trace trace, Peaks peaks, Budget budget, Verdict verdict, long startedAt) {
        end(
                verdict,
                judged -> budget.message(title(), trace, peaks, judged),
                (judged, message) -> MeasuredTest.judged(
                        testCase(),
                        fork(),
                        startedAt,
                        message.line(),
                        message.block(),
                        trace,
                        peaks,
                        budget.limit(),
                        budget.prediction(),
                        judged),
                budget.isGiven() ? Baselines::of : Baselines::asOnlyBudgetOf);
    }

    private void end(
            Verdict verdict,
            Function<Verdict, Message> tell,
            BiFunction<Verdict, Message, MeasuredTest> record,
            BiFunction<Baselines, MeasuredTest, Precedent> remember) {
        Function<Verdict, MeasuredTest> recorded = judged -> record.apply(judged, tell.apply(judged));
        Verdict permitted = heldAgainst(Baselines::permissionOf, verdict, recorded);
        Verdict whole = heldAgainst(remember, permitted, recorded);
        Message message = tell.apply(whole);
        MeasuredTest test = record.apply(whole, message);
        record(test);
        session.tally().count(Publication.nameOf(test.result()));
        new Publication(context).of(test, message);
        session.enforcement()
                .of(
                        whole,
                        session.recording()
                                .map(each -> each.pointedAtBy(message))
                                .orElse(message));
    }

    private Verdict heldAgainst(
            BiFunction<Baselines, MeasuredTest, Precedent> remembered,
            Verdict verdict,
            Function<Verdict, MeasuredTest> recorded) {
        return session.recording()
                .map(recording -> remembered.apply(recording.baselines(), recorded.apply(verdict)))
                .orElse(Precedent.NONE)
                .applyTo(verdict);
    }

    private void record(MeasuredTest test) {
        session.recording().ifPresent(recording -> recording.add(worstSoFar(test)));
    }

    /**
     * Of several results that are recorded as one. A test that goes on will have another, and hides only what is better.
     * What is only one has a store that is closed by now.
     */
    private MeasuredTest worstSoFar(MeasuredTest test) {
        if (subject.equals(context)) {
            return test;
        }
        ExtensionContext.Store store = subject.getStore(Session.NAMESPACE);
        MeasuredTest before = store.get(test.key(), MeasuredTest.class);
        MeasuredTest worst = before != null && WORSE.compare(before, test) > 0 ? before : test;
        if (worst.result() != Result.UNFINISHED) {
            store.put(test.key(), worst);
        }
        return worst;
    }

    private static long highestPeak(MeasuredTest test) {
        return test.pools().stream()
                .map(MeasuredPool::peak)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private TestCase testCase() {
        return TestCases.of(subject, check);
    }

    private String fork() {
        return session.recording().map(Recording::jvmRun).orElse("");
    }

    /** A test that failed by itself keeps its own failure. */
    void notJudged(String reason, Trace measured) {
        session.tally().count(Publication.nameOf(Result.NOT_JUDGED));
        new Publication(context).notJudged(reason);
        record(MeasuredTest.unjudged(testCase(), fork(), Result.NOT_JUDGED, reason, measured));
    }

    /** What is known so far of a test that goes on: all there is if its JVM is killed. */
    void goesOn(Trace measured) {
        record(MeasuredTest.unjudged(
                testCase(),
                fork(),
                Result.UNFINISHED,
                title() + ": its JVM ended after " + measured.cycles() + " cycles, and before the test did",
                measured));
    }

    void warn(String text) {
        context.publishReportEntry("vramguard.late", text);
        Session.LOGGER.log(System.Logger.Level.WARNING, "{0}", text);
    }
}
