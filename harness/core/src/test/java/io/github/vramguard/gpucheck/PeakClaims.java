package io.github.vramguard.gpucheck;

import static io.github.vramguard.gpucheck.Bench.MIB;

import io.github.vramguard.measure.Meter;
import io.github.vramguard.measure.Sampler;
import io.github.vramguard.measure.Settling;
import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Peak;
import io.github.vramguard.memory.PeaksFixture;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.Sources;
import io.github.vramguard.source.gpu.ProcessAccounting;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Peaks that are over before the next list of processes is read. */
final class PeakClaims {

    private static final long BYTES = 512 * MIB;
    private static final Duration HELD = Duration.ofMillis(300);
    private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(50);
    private static final Peak NEVER_SEEN =
            PeaksFixture.sampled(new Gap(Reason.UNPARSABLE, "the first GPU was never read"));

    private final Bench bench;

    private PeakClaims(Bench bench) {
        this.bench = bench;
    }

    static List<Claim> claims(Bench bench) {
        PeakClaims peaks = new PeakClaims(bench);
        return List.of(
                new Claim("a peak of 512 MiB for 300 ms, sampled", "512 MiB to context + 514 MiB", peaks::sampled),
                new Claim("the same in the driver's accounting", "512 MiB to context + 514 MiB", peaks::accounting));
    }

    private Outcome sampled() throws IOException, Unreadable, InterruptedException {
        try (Holder holder = bench.holderWithContext()) {
            long context = holder.held();
            Peak peak = peak(holder);
            if (peak.unattributed().isPresent()) {
                return Outcome.notChecked("others moved on the device, up to " + peak);
            }
            long highest = Unreadable.bytes(peak.highest());
            return Outcome.of(Amounts.isAmount(highest, BYTES, context), new ByteSize(highest).toString());
        }
    }

    private static Peak peak(Holder holder) throws IOException, InterruptedException {
        Sources sources = Sources.of(holder.target(), Set.of()).only(Set.of(Pool.gpu(0)));
        Sampler sampler =
                Sampler.start(Meter.of(holder.target(), sources, Settling.DEFAULT), BETWEEN_SAMPLES, trace -> {});
        try (sampler) {
            hold(holder);
        }
        return sampler.peaks().pools().getOrDefault(Pool.gpu(0), NEVER_SEEN);
    }

    private static void hold(Holder holder) throws IOException, InterruptedException {
        holder.alloc(BYTES);
        Wait.pause(HELD);
        holder.free();
    }

    /** Accounting is a setting of the card, and not changed here. */
    private Outcome accounting() throws IOException, Unreadable, InterruptedException {
        try (Holder holder = bench.holderWithContext()) {
            long context = holder.held();
            hold(holder);
            Collection<ProcessAccounting> records =
                    bench.driver().peaks(Set.of(holder.pid())).values();
            if (records.isEmpty()) {
                return Outcome.notChecked("the driver keeps no such record");
            }
            return recorded(records, holder.pid(), context);
        }
    }

    /** Of the GPU that the process works on; the others have no record of it. */
    private static Outcome recorded(Collection<ProcessAccounting> records, long pid, long context) throws Unreadable {
        List<Reading> readings =
                records.stream().map(record -> record.of(Set.of(pid))).toList();
        Reading record = readings.stream()
                .filter(reading -> reading.amount().isPresent())
                .findFirst()
                .orElse(readings.get(0));
        long highest = Unreadable.bytes(record);
        return Outcome.of(Amounts.isAmount(highest, BYTES, context), new ByteSize(highest).toString());
    }
}
