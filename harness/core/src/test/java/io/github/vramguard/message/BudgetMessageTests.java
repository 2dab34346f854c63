package io.github.vramguard.message;

import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Peak;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.PeaksFixture;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.DeviceBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.model.ByteRange;
import io.github.vramguard.model.DeviceFootprint;
import io.github.vramguard.rule.BudgetRule;
import io.github.vramguard.server.StartedServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users read about a budget, word by word. */
class BudgetMessageTests {

    private static final long GIB = 1L << 30;
    private static final long MIB = 1L << 20;
    private static final Trace TRACE =
            trace().with(Pool.gpu(0), Origin.exact("NVML")).build();
    private static final Gap GAP = new Gap(Reason.NO_PERMISSION, "the driver does not show it to this user");

    @Test
    void aPeakAboveTheBudget() {
        assertThat(message(Map.of(Pool.gpu(0), new Bytes(7 * GIB), Pool.gpu(1), new Bytes(2 * GIB))))
                .hasToString("""
                        @VramBudget answersAPrompt(): gpu0 peaks at 7 GiB, 1 GiB over the budget of 6 GiB

                          gpu0       peak 7 GiB
                          gpu1       peak 2 GiB
                          measured   this JVM (pid 4711) · NVML · 41 samples, one every 50 ms; a shorter peak may be missed
                          next       load less at a time, a smaller context or a smaller model, or raise the budget""");
    }

    @Test
    void aPeakAboveThePredictedBudget() {
        assertThat(predicted(Map.of(Pool.gpu(0), new Bytes(7 * GIB), Pool.gpu(1), new Bytes(2 * GIB))))
                .hasToString("""
                        @VramBudget answersAPrompt(): gpu0 peaks at 7 GiB, 1 GiB over the budget of 6 GiB

                          gpu0       peak 7 GiB
                          gpu1       peak 2 GiB
                          predicted  weights 4 GiB · KV 1 GiB · state 3 MiB · compute 200 MiB to 300 MiB · GPU context 107 MiB to 619 MiB
                                     unexplained 1.1 GiB on gpu0
                          measured   this JVM (pid 4711) · NVML · 41 samples, one every 50 ms; a shorter peak may be missed
                          next       load less at a time, a smaller context or a smaller model, or raise the budget""");
    }

    @Test
    void eachPeakAboveThePredictedBudgetIsSplit() {
        assertThat(predicted(Map.of(Pool.gpu(0), new Bytes(7 * GIB), Pool.gpu(1), new Bytes(8 * GIB)))
                        .block())
                .contains("unexplained 1.1 GiB on gpu0 · unexplained 2.1 GiB on gpu1");
    }

    @Test
    void aPeakWithinThePredictedBudgetLeavesNothingToExplain() {
        assertThat(predicted(Map.of(Pool.gpu(0), new Bytes(2 * GIB))).block())
                .contains("  predicted  weights 4 GiB · KV 1 GiB · ")
                .doesNotContain("unexplained");
    }

    @Test
    void whatAModelDoesNotTakeIsLeftOut() {
        Peaks peaks = PeaksFixture.sampled(Map.of(Pool.gpu(0), new Bytes(7 * GIB)), 41, Duration.ofMillis(50));
        assertThat(message(peaks, new DeviceFootprint(0, 0, 0, new ByteRange(0, MIB), DeviceFootprint.GPU_CONTEXT))
                        .block())
                .contains(
                        "  predicted  compute 0 B to 1 MiB · GPU context 107 MiB to 619 MiB · unexplained 6.39 GiB on gpu0\n");
    }

    @Test
    void twoPeaksAboveTheBudget() {
        assertThat(message(Map.of(Pool.gpu(0), new Bytes(7 * GIB), Pool.gpu(1), new Bytes(8 * GIB)))
                        .line())
                .isEqualTo(
                        "@VramBudget answersAPrompt(): gpu0 peaks at 7 GiB, 1 GiB over the budget of 6 GiB; also gpu1");
    }

    @Test
    void aDeviceThatCouldNotBeRead() {
        assertThat(message(Map.of(Pool.gpu(0), new Bytes(2 * GIB), Pool.gpu(1), GAP)))
                .hasToString("""
                        @VramBudget answersAPrompt(): inconclusive, gpu1: the driver does not show it to this user

                          gpu0       peak 2 GiB
                          not seen   gpu1: the driver does not show it to this user
                          measured   this JVM (pid 4711) · NVML · 41 samples, one every 50 ms; a shorter peak may be missed""");
    }

    @Test
    void theCardsAreNamed() {
        Origin card = new Origin("NVML", "NVIDIA H200 GPU-604ac76c", Origin.Quality.EXACT, OptionalLong.empty());
        Peaks peaks = PeaksFixture.sampled(Map.of(Pool.gpu(0), new Bytes(GIB)), 3, Duration.ofMillis(50));

        assertThat(new PeakBlock(
                                trace().with(Pool.gpu(0), card).build(),
                                peaks,
                                List.of(),
                                new BudgetRule(ByteSize.parse("6 GiB")).judge(peaks))
                        .all())
                .contains("NVML on NVIDIA H200 GPU-604ac76c");
    }

    @Test
    void aPeakWithinTheBudget() {
        assertThat(message(Map.of(Pool.gpu(0), new Bytes(2 * GIB))).line())
                .isEqualTo("@VramBudget answersAPrompt(): peaks stay within the budget");
    }

    @Test
    void aPeakThatTheDriverRecorded() {
        assertThat(message(new Peak(
                                new Bytes(7 * GIB), OptionalLong.of(7 * GIB), OptionalLong.empty(), Optional.empty()))
                        .block())
                .isEqualTo("""
                          gpu0       peak 7 GiB, recorded by the driver at every allocation
                          measured   this JVM (pid 4711) · NVML · 41 samples, one every 50 ms
                          next       load less at a time, a smaller context or a smaller model, or raise the budget""".indent(2).stripTrailing());
    }

    @Test
    void aPeakThatAnEarlierRecordBounds() {
        assertThat(message(new Peak(
                                new Bytes(2 * GIB), OptionalLong.of(5 * GIB), OptionalLong.empty(), Optional.empty()))
                        .block())
                .contains(
                        "gpu0       peak 2 GiB in the samples, and at most 5 GiB, which the driver recorded since the process"
                                + " started")
                .contains("a shorter peak may be missed");
    }

    @Test
    void whatWouldMakeASampledPeakExactIsSaid() {
        Peaks peaks = new Peaks(
                new TreeMap<>(Map.of(Pool.gpu(0), PeaksFixture.sampled(new Bytes(GIB)))),
                41,
                Duration.ofMillis(50),
                List.of("nvidia-smi -am 1 records them"),
                List.of());
        assertThat(message(peaks).block()).contains("  more exact nvidia-smi -am 1 records them");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            llama-server | -m a                    | LLAMA_ARG_CTX_SIZE: without it    | true
            llama-server | -m a -c 4096            | LLAMA_ARG_CTX_SIZE: without it    | false
            llama-server | -m a                    | LLAMA_ARG_CACHE_TYPE_K=q8_0       | true
            llama-server | -m a --cache-type-k q8_0| LLAMA_ARG_CACHE_TYPE_K=q8_0       | false
            ollama       | serve                   | OLLAMA_CONTEXT_LENGTH: without it | true
            ollama       | serve                   | OLLAMA_KV_CACHE_TYPE=q8_0         | true
            java         | -jar a                  | LLAMA                             | false
            """)
    void theSettingsOfAServerThatMakeItSmallerAreNamed(
            String command, String arguments, String advice, boolean isNamed) {
        Program server = StartedServer.of(command, arguments, Map.of());
        Peaks peaks = new Peaks(
                new TreeMap<>(Map.of(Pool.gpu(0), PeaksFixture.sampled(new Bytes(7 * GIB)))),
                41,
                Duration.ofMillis(50),
                List.of(),
                List.of(server));
        assertThat(message(peaks).block().contains(advice)).isEqualTo(isNamed);
    }

    @Test
    void aPeakOfAWholeDevice() {
        assertThat(message(PeaksFixture.sampled(new DeviceBytes(2 * GIB, Set.of())))
                        .block())
                .contains("gpu0       peak 2 GiB of the whole device, above what was in use before");
    }

    @Test
    void aDeviceThatRoseWhileOthersMoved() {
        assertThat(message(new Peak(
                                new Bytes(2 * GIB), OptionalLong.empty(), OptionalLong.of(9 * GIB), Optional.empty()))
                        .line())
                .isEqualTo(
                        "@VramBudget answersAPrompt(): inconclusive, gpu0: memory of the device grew by up to 9 GiB while"
                                + " other processes used it, so the part of the target is unknown; run alone on the device, or"
                                + " let the driver record peaks (nvidia-smi -am 1)");
    }

    private static Message message(Map<Pool, Reading> highest) {
        return message(PeaksFixture.sampled(highest, 41, Duration.ofMillis(50)));
    }

    private static Message message(Peak peak) {
        return message(
                new Peaks(new TreeMap<>(Map.of(Pool.gpu(0), peak)), 41, Duration.ofMillis(50), List.of(), List.of()));
    }

    private static Message predicted(Map<Pool, Reading> highest) {
        return message(
                PeaksFixture.sampled(highest, 41, Duration.ofMillis(50)),
                new DeviceFootprint(
                        4 * GIB, GIB, 3 * MIB, new ByteRange(200 * MIB, 300 * MIB), DeviceFootprint.GPU_CONTEXT));
    }

    private static Message message(Peaks peaks, DeviceFootprint predicted) {
        BudgetRule rule = new BudgetRule(new ByteSize(6 * GIB));
        return Brief.checked(Message.of("@VramBudget answersAPrompt()", TRACE, peaks, rule.judge(peaks), predicted));
    }

    private static Message message(Peaks peaks) {
        return Brief.checked(Message.of(
                "@VramBudget answersAPrompt()", TRACE, peaks, new BudgetRule(new ByteSize(6 * GIB)).judge(peaks)));
    }
}
