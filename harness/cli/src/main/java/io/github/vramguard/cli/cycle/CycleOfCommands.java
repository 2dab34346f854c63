package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.BadInput;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code cycle command}. */
@Command(
        name = "command",
        description = {
            "Loads, uses and unloads a model by command lines of your own, and measures the processes that you name.",
            "",
            "Each cycle runs --load, --use and --unload in a shell, then waits until memory has settled. It ends as"
                    + " soon as the verdict is certain. When a step fails, or on Ctrl-C, --unload is run once more, and"
                    + " what was measured is printed."
        },
        exitCodeList = {
            "0:passed, or inconclusive with --allow-inconclusive",
            "1:failed: memory does not return to its baseline",
            "2:inconclusive: the readings do not decide it",
            "3:could not run: wrong usage, no such process, container or control group, or a step that failed",
            "130:stopped by Ctrl-C; 143 by SIGTERM"
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  vramguard cycle command --container 3f2a9c71b04d \\",
            "    --load 'curl -fsS localhost:8080/models/load -d @model.json' \\",
            "    --use 'curl -fsS localhost:8080/completion -d @prompt.json' \\",
            "    --unload 'curl -fsS localhost:8080/models/unload -d @model.json'"
        })
final class CycleOfCommands implements Callable<Integer> {

    private final PrintWriter out;
    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private TargetOptions target = new TargetOptions();

    @Mixin
    private CycleOptions options = new CycleOptions();

    @Option(names = "--load", required = true, paramLabel = "COMMAND", description = "loads the model")
    private String load = "";

    @Option(names = "--use", paramLabel = "COMMAND", description = "works with it (default: nothing)")
    private String use = "";

    @Option(names = "--unload", required = true, paramLabel = "COMMAND", description = "unloads it")
    private String unload = "";

    CycleOfCommands(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Optional<ShellStep> work = use.isEmpty() ? Optional.empty() : Optional.of(step("use", use));
        Cycled cycled = new CycledCommands(step("load", load), work, step("unload", unload));
        try {
            return new CycleSession(options, out, terminal)
                    .run("cycle command", target.named().orElseThrow(), cycled);
        } catch (IllegalArgumentException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }

    private ShellStep step(String name, String commandLine) {
        return new ShellStep(name, commandLine, options.timeout());
    }
}
