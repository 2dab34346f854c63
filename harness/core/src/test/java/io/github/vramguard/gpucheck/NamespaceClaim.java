package io.github.vramguard.gpucheck;

import static io.github.vramguard.gpucheck.Bench.GRANULE;
import static io.github.vramguard.gpucheck.Bench.MIB;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Reading;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is read in a PID namespace of its own, as in a container. */
final class NamespaceClaim {

    /** The argument with which this program does the part in the namespace. */
    static final String INSIDE = "--in-namespace";

    private static final long BYTES = 256 * MIB;
    private static final List<String> UNSHARE = List.of("unshare", "-pf", "--mount-proc", "--kill-child");

    /** What others than root may do, where the system lets them. */
    private static final List<String> UNSHARE_AS_USER = List.of("unshare", "-rpf", "--mount-proc", "--kill-child");

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Pattern AMOUNTS = Pattern.compile("(?m)^held (\\d{1,18}) context (\\d{1,18})$");
    private static final Pattern GAP = Pattern.compile("(?m)^gap (.*)$");

    private NamespaceClaim() {}

    static List<Claim> claims(Options options) {
        return List.of(new Claim(
                "256 MiB in another PID namespace",
                "256 MiB to context + 258 MiB, or a gap; never another number",
                () -> check(options)));
    }

    private static Outcome check(Options options) throws IOException, InterruptedException {
        Ran asRoot = run(UNSHARE, List.of("true"));
        if (asRoot.succeeded()) {
            return outcome(run(UNSHARE, options.again(INSIDE)));
        }
        return run(UNSHARE_AS_USER, List.of("true")).succeeded()
                ? outcome(run(UNSHARE_AS_USER, options.again(INSIDE)))
                : Outcome.notChecked("unshare: " + asRoot.summary());
    }

    private static Ran run(List<String> unshare, List<String> command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(unshare);
        whole.addAll(command);
        return Ran.program(DEADLINE, whole);
    }

    static Outcome outcome(Ran inside) {
        Matcher amounts = AMOUNTS.matcher(inside.output());
        if (amounts.find()) {
            long held = Long.parseLong(amounts.group(1));
            long context = Long.parseLong(amounts.group(2));
            return Outcome.of(
                    Amounts.isAmount(held, BYTES, context) && held - context >= BYTES - GRANULE,
                    new ByteSize(held) + ", context " + new ByteSize(context));
        }
        Matcher gap = GAP.matcher(inside.output());
        return gap.find() ? Outcome.of(true, "gap: " + gap.group(1)) : Outcome.of(false, inside.summary());
    }

    /** The part that is run in the namespace. */
    static void inside(Bench bench, PrintStream out) throws IOException {
        try (Holder holder = bench.holderWithContext()) {
            Reading context = holder.reading();
            Reading held = holder.alloc(BYTES).reading();
            out.println(
                    held instanceof Reading.Gap gap
                            ? "gap " + gap.reason() + ": " + gap.detail()
                            : "held " + held.amount().orElse(0) + " context "
                                    + context.amount().orElse(0));
        }
    }
}
