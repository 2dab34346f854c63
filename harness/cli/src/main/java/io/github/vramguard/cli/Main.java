package io.github.vramguard.cli;

import io.github.vramguard.cli.compare.CompareCommand;
import io.github.vramguard.cli.cycle.CycleCommand;
import io.github.vramguard.cli.doctor.DoctorCommand;
import io.github.vramguard.cli.history.HistoryCommand;
import io.github.vramguard.cli.judge.JudgeCommand;
import io.github.vramguard.cli.model.ModelCommand;
import io.github.vramguard.cli.report.ReportCommand;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.cli.usage.Failure;
import io.github.vramguard.cli.watch.WatchCommand;
import io.github.vramguard.config.ReportFormat;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The command line: {@code java -jar vramguard.jar}. */
@Command(
        name = "vramguard",
        description = "Detects memory leaks in programs that host or call AI models.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeOnInvalidInput = ExitCode.COULD_NOT_RUN,
        exitCodeOnExecutionException = ExitCode.COULD_NOT_RUN,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:passed",
            "1:failed: memory does not return to its baseline, or exceeds its budget",
            "2:inconclusive: the readings do not decide it",
            "3:could not run: wrong usage, or input that cannot be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vramguard doctor",
            "  vramguard watch --pid 4711 --csv recorded.csv",
            "  vramguard judge recorded.csv"
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nInput:%n",
        commandListHeading = "%nCommands:%n",
        scope = ScopeType.INHERIT)
public final class Main {

    private Main() {}

    /**
     * Runs a command and exits with its code.
     *
     * @param arguments the command with its options, or {@code --help}
     */
    public static void main(String[] arguments) {
        CommandLine inEncodingOfTerminal = new CommandLine(new Main());
        System.exit(run(System.in, inEncodingOfTerminal.getOut(), inEncodingOfTerminal.getErr(), arguments));
    }

    static int run(InputStream in, PrintWriter out, PrintWriter err, String... arguments) {
        Terminal terminal = Terminal.ofThisProcess();
        List<Object> commands = List.of(
                new DoctorCommand(out, terminal),
                new WatchCommand(out, terminal),
                new JudgeCommand(in, out),
                CycleCommand.with(out, terminal),
                new ModelCommand(out),
                new ReportCommand(out, err, System.getenv()),
                new CompareCommand(out),
                HistoryCommand.with(out, terminal));
        return run(commands, out, err, arguments);
    }

    static int run(List<?> commands, PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine main = new CommandLine(new Main());
        commands.forEach(main::addSubcommand);
        return main.registerConverter(Pool.class, name -> named(Pool::named, name))
                .registerConverter(ReportFormat.class, name -> named(ReportFormat::named, name))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Main::refuse)
                .setExecutionExceptionHandler(Main::fail)
                .execute(arguments);
    }

    private static <T> T named(Function<String, T> names, String name) {
        try {
            return names.apply(name);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
        }
    }

    private static int refuse(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr()
                .println("vramguard: " + Secrets.without(String.valueOf(wrong.getMessage())) + "\nSee " + name
                        + " --help");
        return ExitCode.COULD_NOT_RUN;
    }

    private static int fail(Exception failure, CommandLine command, ParseResult arguments) throws Exception {
        if (!(failure instanceof BadInput
                || failure instanceof IOException
                || failure instanceof UncheckedIOException)) {
            throw failure;
        }
        command.getErr().println("vramguard: " + Failure.inWords(failure));
        return ExitCode.COULD_NOT_RUN;
    }

    /** Reads the version from the manifest of the runnable jar; classes outside of it have none. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                    .orElse("(not from its jar)");
            return new String[] {"vramguard " + version, "Java " + Runtime.version()};
        }
    }
}
