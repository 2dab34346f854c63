package io.github.vramguard.report.html;

import io.github.vramguard.LeakGate;
import io.github.vramguard.Settings;
import io.github.vramguard.measure.Cycle;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Cycles.RoundTrip;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.report.Message;
import io.github.vramguard.run.Fork;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.TestCase;
import io.github.vramguard.source.NativeBlock;
import io.github.vramguard.source.Targets;
import io.github.vramguard.verdict.Verdict;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** A run that is measured here and now: round trips on this JVM, some of which forget memory. */
final class MeasuredRun {

    private static final int MIB = 1 << 20;
    private static final long BYTES_PER_TOKEN = 96 * 1024;
    private static final int MOST_CYCLES = 20;

    private final LeakGate gate = LeakGate.with(Settings.defaults());
    private final Fork fork = Fork.begun(
            "48211-1795484400000",
            System.currentTimeMillis(),
            new Machine("Linux amd64", "17 Eclipse Adoptium", List.of(), ""));
    private final List<MeasuredTest> tests = new ArrayList<>();
    private final List<Object> forgotten = new ArrayList<>();

    private MeasuredRun() {}

    static Run measure() {
        MeasuredRun run = new MeasuredRun();
        run.measureAll();
        return run.ended();
    }

    private void measureAll() {
        leakTest("chat.Assistant", "answersAPrompt", 38, MeasuredRun::answer);
        leakTest("chat.Assistant", "remembersAConversation", 61, MeasuredRun::converse);
        leakTest("chat.Assistant", "switchesTheModel", 84, cycle -> {
            answer(cycle);
            forgotten.add(NativeBlock.of(3 * MIB + 512 * 1024));
        });
        leakTest("vision.Captioner", "captionsAPicture", 27, cycle -> {
            ByteBuffer pixels = ByteBuffer.allocateDirect(12 * MIB);
            cycle.mark("decoded");
            forgotten.add(pixels.slice(0, 1));
        });
        leakTest("search.Embedder", "embedsADocument", 52, cycle -> {
            byte[][] vectors = new byte[24][MIB];
            cycle.mark("embedded");
            vectors[0][0] = 1;
        });
        oneRun("search.Embedder", "opensTheIndex", 33);
        unjudged(
                "speech.Transcriber",
                "transcribesAMeeting",
                45,
                Result.NOT_JUDGED,
                "failed by itself, so that its memory was not judged");
    }

    /** The JVM of the last test was killed. */
    private Run ended() {
        Fork killed = Fork.begun(fork.build(), System.currentTimeMillis(), fork.machine());
        MeasuredTest last = MeasuredTest.unjudged(
                test("speech.Transcriber", "transcribesADay", 71, "@LeakTest"),
                killed.id(),
                Result.UNFINISHED,
                "@LeakTest transcribesADay(): the JVM ended before the test did",
                measure(3, MeasuredRun::answer));
        tests.add(last);
        long measuring = tests.stream().mapToLong(MeasuredTest::measuringMillis).sum();
        return Run.of(List.of(fork.ended(System.currentTimeMillis(), measuring), killed), tests, List.of());
    }

    private static TestCase test(String type, String method, int line, String check) {
        return new TestCase(
                "com.acme." + type + "Tests#" + method + "()",
                check,
                method + "()",
                "src/test/java/com/acme/" + type.replace('.', '/') + "Tests.java",
                line);
    }

    private <X extends Exception> Trace measure(int most, RoundTrip<X> roundTrip) throws X {
        return new Cycles(gate.meter(Targets.thisJvm(), Set.of()), most, gate::needsAnother).run(roundTrip);
    }

    private void leakTest(String type, String method, int line, RoundTrip<RuntimeException> roundTrip) {
        judge(test(type, method, line, "@LeakTest"), measure(MOST_CYCLES, roundTrip), MOST_CYCLES);
    }

    /** What a first use takes and keeps looks like a leak that happened once. */
    private void oneRun(String type, String method, int line) {
        Trace trace = measure(1, cycle -> forgotten.add(NativeBlock.of(14L * MIB)));
        judge(test(type, method, line, "@NoLeak"), trace, 1);
    }

    private void judge(TestCase test, Trace trace, int most) {
        Verdict verdict = gate.judge(trace);
        Message message = Message.of(test.check() + " " + test.name(), trace, verdict, most);
        tests.add(MeasuredTest.judged(test, fork.id(), message.line(), message.block(), trace, verdict));
    }

    private void unjudged(String type, String method, int line, Result result, String why) {
        TestCase test = test(type, method, line, "@LeakTest");
        Trace trace = measure(3, MeasuredRun::answer);
        tests.add(MeasuredTest.unjudged(test, fork.id(), result, "@LeakTest " + test.name() + ": " + why, trace));
    }

    private static void answer(Cycle cycle) {
        NativeBlock weights = NativeBlock.of(48L * MIB);
        cycle.mark("loaded");
        NativeBlock context = NativeBlock.of(16L * MIB);
        cycle.mark("answered");
        context.close();
        weights.close();
    }

    private static void converse(Cycle cycle) {
        cycle.expect(new TokenCache(BYTES_PER_TOKEN, OptionalLong.empty()));
        List<ByteBuffer> cache = new ArrayList<>();
        cycle.mark("start", 0);
        for (int turn = 1; turn <= 3; turn++) {
            cache.add(ByteBuffer.allocateDirect((int) (64 * BYTES_PER_TOKEN)));
            cycle.mark("turn", turn * 64L);
        }
        cache.clear();
    }
}
