package io.github.vramguard.cli.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.history.History;
import io.github.vramguard.history.HistoryFile;
import io.github.vramguard.history.Series;
import io.github.vramguard.report.history.HistoryPage;
import io.github.vramguard.run.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = HistoryVerb.FILE,
            description = "the history (default: ${DEFAULT-VALUE})")
    private Path file = Path.of(HistoryVerb.FILE);

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
            description = "exit with 1 if one of the last N commits made memory worse, and it still is (N: 10)")
    private @Nullable Integer within;

    HistoryShow(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        History history = read();
        List<Series> named = history.series().stream()
                .filter(series -> series.quantity().test().contains(test))
                .toList();
        List<Series> shown = named.stream()
                .filter(series -> all || !series.changes().isEmpty())
                .toList();
        HistoryText text = new HistoryText(terminal, named.size(), history.problems());
        out.print(json ? HistoryJson.of(shown) : text.of(shown));
        out.flush();
        if (html != null) {
            AtomicFile.write(html, HistoryPage.of(shown, text.summary(shown), history.problems()).getBytes(UTF_8));
        }
        Integer last = within;
        return last != null && named.stream().anyMatch(series -> series.isWorseSince(history.last(last)))
                ? ExitCode.BROKEN
                : ExitCode.OK;
    }

    private History read() throws IOException {
        try {
            return new HistoryFile(file).read();
        } catch (NoSuchFileException missing) {
            throw new BadInput(missing.getFile() + ": " + missing.getReason());
        }
    }
}
