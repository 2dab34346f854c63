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
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code history show}. */
@Command(
        name = "show",
        description = {
            "Shows where the memory of tests changes from commit to commit, and which commit did it.",
            "",
            "A change is told from the third commit on the new level on, and has to be larger than clean runs differ by."
        },
        exitCodeList = {
            "0:the history was shown",
            "1:one of the last commits made memory worse, and --fail-on-regression was given",
            "3:could not run: wrong usage, or a history that cannot be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vramguard history show --html history.html --fail-on-regression=5",
            "  vramguard history show --test ModelTests --all --json | jq .changes"
        })
final class HistoryShow implements Callable<Integer> {

    private final PrintWriter out;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FileOption file = new FileOption();

    @Option(names = "--test", paramLabel = "PART", description = "only tests with this in their class and method")
    private String test = "";

    @Option(names = "--all", description = "also what does not change")
    private boolean all;

    @Option(names = "--html", paramLabel = "FILE", description = "write a page with a chart for each series, too")
    private @Nullable Path html;

    @Option(names = "--json", description = "print one JSON object a line for each series")
    private boolean json;

    @Option(
            names = "--fail-on-regression",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "10",
            description = "exit with 1 if one of the last N commits of the history made memory worse, and it still is"
                    + " (N: 10, at least 3)")
    private @Nullable Integer within;

    HistoryShow(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        refuseWhatNeverFails();
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
        return within != null && isWorse(named, history.last(within)) ? ExitCode.FAILED : ExitCode.OK;
    }

    private void refuseWhatNeverFails() {
        if (within != null && within < ChangePoint.TOLD_AFTER) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--fail-on-regression=" + within + " would never fail: a change is told with commit "
                            + ChangePoint.TOLD_AFTER + " on the new level; give " + ChangePoint.TOLD_AFTER
                            + " or more");
        }
    }

    private static boolean isWorse(List<Series> series, Set<Commit> last) {
        return series.stream().anyMatch(each -> each.isWorseSince(last));
    }
}
