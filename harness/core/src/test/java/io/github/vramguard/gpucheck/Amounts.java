package io.github.vramguard.gpucheck;

import static io.github.vramguard.gpucheck.Bench.GRANULE;
import static io.github.vramguard.gpucheck.Bench.MIB;

import io.github.vramguard.memory.ByteSize;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is read of processes that hold a known amount. */
final class Amounts {

    private static final int PIECES = 64;
    private static final long PIECE = 64 << 10;

    private final Bench bench;

    private Amounts(Bench bench) {
        this.bench = bench;
    }

    static List<Claim> claims(Bench bench) {
        Amounts amounts = new Amounts(bench);
        return List.of(
                new Claim("context of one process", "a figure", amounts::context),
                new Claim("64 MiB are read", "64 MiB to context + 66 MiB", () -> amounts.amount(64 * MIB)),
                new Claim("1 GiB is read", "1 GiB to context + 1026 MiB", () -> amounts.amount(1024 * MIB)),
                new Claim("steps of " + PIECES + " allocations of 64 KiB", "a figure", amounts::steps),
                new Claim(
                        "two processes are told apart",
                        "64 MiB and 192 MiB, each with at most context + 2 MiB more",
                        amounts::twoProcesses));
    }

    private Outcome context() throws IOException, Unreadable {
        try (Holder holder = bench.holderWithContext()) {
            return Outcome.recorded(new ByteSize(holder.held()).toString());
        }
    }

    private Outcome amount(long bytes) throws IOException, Unreadable {
        try (Holder holder = bench.holderWithContext()) {
            long context = holder.held();
            long read = holder.alloc(bytes).held();
            return Outcome.of(
                    isAmount(read, bytes, context),
                    new ByteSize(read) + " (" + read + " bytes), context " + new ByteSize(context));
        }
    }

    /** Whether a reading is that of so many bytes. */
    static boolean isAmount(long read, long bytes, long context) {
        return read >= bytes && read <= context + bytes + GRANULE;
    }

    private Outcome steps() throws IOException, Unreadable {
        try (Holder holder = bench.holderWithContext()) {
            SortedMap<Long, Integer> steps = new TreeMap<>();
            long level = holder.held();
            for (int piece = 0; piece < PIECES; piece++) {
                long next = holder.alloc(PIECE).held();
                steps.merge(next - level, 1, Integer::sum);
                level = next;
            }
            return Outcome.recorded(steps.entrySet().stream()
                    .map(step -> step.getValue() + " × " + new ByteSize(step.getKey()))
                    .collect(Collectors.joining(", ")));
        }
    }

    private Outcome twoProcesses() throws IOException, Unreadable {
        try (Holder one = bench.holderWithContext();
                Holder other = bench.holderWithContext()) {
            long context = Math.max(one.held(), other.held());
            long read = one.alloc(64 * MIB).held();
            long otherRead = other.alloc(192 * MIB).held();
            boolean holds = isAmount(read, 64 * MIB, context)
                    && isAmount(otherRead, 192 * MIB, context)
                    && otherRead - read >= 126 * MIB;
            return Outcome.of(holds, new ByteSize(read) + " and " + new ByteSize(otherRead));
        }
    }
}
