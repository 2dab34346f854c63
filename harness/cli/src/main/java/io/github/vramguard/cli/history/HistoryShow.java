package io.github.vramguard.cli.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.cli.terminal.Printable;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.history.ChangePoint;
import io.github.vramguard.history.Commit;
import io.github.vramguard.history.History;
import io.github.vramguard.history.Series;
import io.github.vramguard.history.report.HistoryPage;
import io.github.vramguard.run.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The subcommand {@code history show}. */
@Command(
        name = "show",
        description = {
            "Shows at which commits the memory of tests changed.",
            "",
            "A change is reported once three commits are on the new level. It must be larger than the difference"
                    + " between clean runs."
        },
        exitCodeList = {
            "0:the history was shown",
            "1:memory got worse at one of the last commits, and --fail-on-regression was given",
            "3:could not run: wrong usage, or a history that cannot be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vramguard history show --html history.html",
            "  vramguard history show --fail-on-regression --last 5",
            "  vramguard history show --test ModelTests --all --json | jq .changes"
        })
final class HistoryShow implements Callable<Integer> {

    private static final int LAST = 10;

    private final PrintWriter out;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FileOption file = new FileOption();

    @Option(
            names = "--test",
            paramLabel = "TEXT",
            description = "show only tests whose class and method contain this text")
    private String test = "";

    @Option(names = "--all", description = "also show series without a change")
    private boolean all;

    @Option(names = "--html", paramLabel = "FILE", description = "also write an HTML page with a chart for each series")
    private @Nullable Path html;

    @Option(names = "--json", description = "print one JSON object per series, one per line")
    private boolean json;

    @Option(
            names = "--fail-on-regression",
            description = "exit with 1 if memory got worse at one of the last commits and has not returned")
    private boolean failsOnRegression;

    @Option(
            names = "--last",
            paramLabel = "N",
            description =
                    "how many of the last commits --fail-on-regression checks (default: " + LAST + ", at least 3)")
    private @Nullable Integer last;

    HistoryShow(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        refuseUselessLast();
        History history = file.file().read();
        PrintWriter err = spec.commandLine().getErr();
        history.problems().forEach(problem -> err.println("vramguard: " + Printable.of(problem)));
        List<Series> named = history.series().stream()
                .filter(series -> series.quantity().test().contains(test))
                .toList();
        List<Series> shown = named.stream()
                .filter(series -> all || !series.changes().isEmpty())
                .toList();
        HistoryText text = new HistoryText(terminal, named.size());
        out.print(json ? HistoryJson.of(shown) : text.of(shown));
        out.flush();
        if (html != null) {
            String page = HistoryPage.of(shown, text.summary(shown), history.problems());
            AtomicFile.write(html, page.getBytes(UTF_8));
        }
        int commits = Objects.requireNonNullElse(last, LAST);
        return failsOnRegression && isWorse(named, history.last(commits)) ? ExitCode.FAILED : ExitCode.OK;
    }

    private void refuseUselessLast() {
        if (last != null && !failsOnRegression) {
            throw new ParameterException(spec.commandLine(), "--last needs --fail-on-regression");
        }
        if (last != null && last < ChangePoint.FEWEST_COMMITS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--last " + last + " would never fail: a change is reported once " + ChangePoint.FEWEST_COMMITS
                            + " commits are on the new level; give " + ChangePoint.FEWEST_COMMITS + " or more");
        }
    }

    private static boolean isWorse(List<Series> series, Set<Commit> last) {
        return series.stream().anyMatch(each -> each.isWorseSince(last));
    }
}
