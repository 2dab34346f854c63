package io.github.vramguard.cli.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.cli.judge.Judgement.Verdict;
import io.github.vramguard.cli.series.KnownFormats;
import io.github.vramguard.cli.series.Lines;
import io.github.vramguard.cli.series.Series;
import io.github.vramguard.cli.series.Signal;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verb {@code judge}. */
@Command(
        name = "judge",
        description = {
            "Judges series of memory levels that were recorded elsewhere.",
            "",
            "A series is the level before the first cycle of loading, using and unloading, and the level after each"
                    + " cycle. It takes at least 8 cycles. Prints a line for each series: id, verdict, shape, growth per"
                    + " cycle, and how many more cycles are likely to settle it (- if it is settled)."
        },
        exitCodeList = {
            "0:no series is broken",
            "1:a series is broken: it leaks more than is tolerated",
            "2:none is broken, but one is inconclusive, and --strict was given",
            "3:could not run: wrong usage, or input that cannot be read; nothing is judged from there on"
        },
        footerHeading = "%nInput is one of these, told apart by its first line:%n",
        footer = {
            "  CSV      a header that names id, signal and values (further columns are",
            "           ignored); values have ; between them",
            "  column   a level on each line, such as 473956352 or 452 MiB; lines that",
            "           begin with # are comments",
            "  watch    what vramguard watch --csv writes: a series for each pool of each",
            "           process, and each reading counts as a cycle",
            "  nvidia   nvidia-smi --query-compute-apps=gpu_uuid,pid,used_memory",
            "           --format=csv -l 60, with its header: a series for each process,",
            "           and each sample counts as a cycle",
            "A gap is written as nothing (CSV), gap or [N/A]. A leak can be proven beside a",
            "gap, but a series with one is never kept.",
            "",
            "Examples:",
            "  vramguard judge recorded.csv",
            "  vramguard judge --signal rss --strict levels.txt",
            "  vramguard judge --json - < nvidia-smi.log | jq 'select(.verdict == \"FAILED\")'"
        })
public final class JudgeCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final InputStream in;
    private final PrintWriter out;

    @Parameters(paramLabel = "FILE", description = "the recorded series; - is the standard input")
    private String file = STANDARD_INPUT;

    @Option(
            names = "--signal",
            paramLabel = "NAME",
            defaultValue = "vram",
            description = {
                "what the levels are of, where the input does not say (default: ${DEFAULT-VALUE}): vram, vram-device,"
                        + " native, native-raw, rss, or a pool such as heap, direct, metaspace, threads, files"
            })
    private Signal signal = Signal.named("vram");

    @Option(
            names = "--no-baseline",
            description = "the first value was read after the first cycle; no level before it was recorded."
                    + " The first cycle is no evidence anyway: the value is taken for both")
    private boolean noBaseline;

    @Option(names = "--json", description = "print one JSON object a line, with the reasons, and no total")
    private boolean json;

    @Option(names = "--strict", description = "exit with 2 if a series is inconclusive and none is broken")
    private boolean strict;

    /** Reads from a stream where no file is named. */
    public JudgeCommand(InputStream in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Tally tally = new Tally();
        Consumer<Judgement> report = json ? new JsonReport(out) : new TextReport(out);
        try {
            judge(report.andThen(tally::add));
            if (!json && tally.total() > 1) {
                out.print(tally + "\n");
            }
        } finally {
            out.flush();
        }
        return exitCode(tally);
    }

    private void judge(Consumer<Judgement> report) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(), UTF_8))) {
            Lines lines = new Lines(file, reader);
            if (!lines.advancePastComments()) {
                throw new BadInput(file + ": there is nothing in it; accepted are " + KnownFormats.ACCEPTED);
            }
            KnownFormats.of(lines, signal).read(lines, series -> report.accept(judge(series)));
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read: " + e.getMessage());
        }
    }

    private InputStream open() throws IOException {
        try {
            return file.equals(STANDARD_INPUT) ? in : Files.newInputStream(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new BadInput(file + ": there is no such file");
        }
    }

    private Judgement judge(Series series) {
        return Judgement.of(noBaseline ? series.withBaseline() : series);
    }

    private int exitCode(Tally tally) throws IOException {
        if (tally.total() == 0) {
            throw new BadInput(file + ": there is a header, but no series");
        }
        if (out.checkError()) {
            throw new IOException("the verdicts could not be printed");
        }
        if (tally.of(Verdict.FAILED) > 0) {
            return ExitCode.FAILED;
        }
        return strict && tally.of(Verdict.INCONCLUSIVE) > 0 ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }
}
