package io.github.vramguard.cli.doctor;

import io.github.vramguard.Targets;
import io.github.vramguard.cli.terminal.Ansi;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.config.Settings;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.source.Sources;
import io.github.vramguard.source.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code doctor}. */
@Command(
        name = "doctor",
        description = {
            "Shows which memory can be measured on this machine, and how to measure more.",
            "",
            "Lists each pool with the source that reads it, and why other sources cannot. Then a self-test leaks heap and"
                    + " malloc memory in cycles, which must be detected, and releases it in others, which must pass. A"
                    + " pool that cannot be read is not an error."
        },
        exitCodeList = {
            "0:the self-test passed, or did not run",
            "1:the self-test failed: a leak was missed, or clean cycles were flagged",
            "3:could not run: wrong usage, a wrong setting, or no such process"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vramguard doctor",
            "  vramguard doctor --pid 4711",
            "  vramguard doctor --json --no-self-test | jq '.pools[].pool'"
        })
public final class DoctorCommand implements Callable<Integer> {

    private final PrintWriter out;
    private final Terminal terminal;
    private final SelfTest selfTest;

    @Option(names = "--pid", paramLabel = "PID", description = "examine this process, without a self-test")
    private @Nullable Long pid;

    @Option(names = "--no-self-test", description = "skip the self-test, which takes some seconds")
    private boolean noSelfTest;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    /** Creates the command for this machine. */
    public DoctorCommand(PrintWriter out, Terminal terminal) {
        this(out, terminal, Bench.ofThisJvm());
    }

    DoctorCommand(PrintWriter out, Terminal terminal, Bench bench) {
        this.out = out;
        this.terminal = terminal;
        this.selfTest = new SelfTest(bench);
    }

    @Override
    public Integer call() throws IOException {
        Examination found = examine();
        List<SelfTestCheck> checks = json ? printJson(found) : printText(found);
        out.flush();
        if (out.checkError()) {
            throw new IOException("the result could not be printed");
        }
        return checks.stream().anyMatch(SelfTestCheck::failed) ? ExitCode.FAILED : ExitCode.OK;
    }

    private Examination examine() {
        try {
            MemoryTarget target =
                    Optional.ofNullable(pid).<MemoryTarget>map(Targets::process).orElseGet(Targets::thisJvm);
            return Examination.of(
                    target,
                    Sources.of(target, Settings.ofProcess().measuring().sources()),
                    machine(target),
                    GivenSettings.in(System.getProperties(), System.getenv()));
        } catch (IllegalArgumentException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }

    private static Map<String, String> machine(MemoryTarget target) {
        Surroundings surroundings = Surroundings.ofThisProcess();
        Map<String, String> machine = new LinkedHashMap<>(surroundings.machine());
        if (target instanceof MemoryTarget.ThisJvm) {
            machine.putAll(surroundings.runtime());
        }
        return machine;
    }

    private List<SelfTestCheck> printJson(Examination found) {
        List<SelfTestCheck> checks = isTested() ? selfTest.run(part -> {}) : List.of();
        out.print(DoctorJson.of(found, checks));
        return checks;
    }

    private List<SelfTestCheck> printText(Examination found) {
        DoctorText text = new DoctorText(out, terminal.size().get().columns());
        text.print(found);
        List<SelfTestCheck> checks = isTested() ? selfTest.run(this::progress) : List.of();
        progress("");
        if (!checks.isEmpty()) {
            text.print(checks);
        }
        text.conclude(found, checks);
        return checks;
    }

    private boolean isTested() {
        return pid == null && !noSelfTest;
    }

    /** Overwrites the previous line. */
    private void progress(String part) {
        if (terminal.live()) {
            out.print("\r" + (part.isEmpty() ? "" : "Self-test: " + part + " ...") + Ansi.CLEAR_TO_END_OF_LINE);
            out.flush();
        }
    }
}
