package io.github.vramguard.cli.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.cli.series.KnownFormats;
import io.github.vramguard.cli.series.Lines;
import io.github.vramguard.cli.series.PoolName;
import io.github.vramguard.cli.series.Series;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Result;
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
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The command {@code judge}. */
@Command(
        name = "judge",
        description = {
            "Judges series of memory levels that were recorded elsewhere.",
            "",
            "A series is the level before the first cycle of loading, using and unloading, and the level after each"
                    + " cycle. A verdict needs at least 8 cycles. Prints a line for each series: id, verdict, shape, growth"
                    + " per cycle, and how many more cycles without growth the verdict needs (- if it needs none, ? if that cannot be foreseen)."
        },
        exitCodeList = {
            "0:all series passed; with --allow-inconclusive, none failed",
            "1:a series failed: it leaks more than is tolerated",
            "2:none failed, but one is inconclusive",
            "3:could not run: wrong usage, or input that cannot be read; the series after it are not judged"
        },
        footerHeading = "%nInput is one of these, recognised by its first line:%n",
        footer = {
            "  CSV      a header that names id, pool and values, and optionally quality (exact",
            "           or mixed); further columns are ignored; values have ; between them",
            "  column   a level on each line, such as 473956352 or 452 MiB; lines that",
            "           begin with # are comments",
            "  watch    what vramguard watch --csv writes: a series for each pool of each",
            "           process, and each reading counts as a cycle",
            "  nvidia   nvidia-smi --query-compute-apps=gpu_uuid,pid,used_memory",
            "           --format=csv -l 60, with its header: a series for each process,",
            "           and each sample counts as a cycle",
            "A gap is written as nothing (CSV), gap or [N/A]. A leak can be proven beside a",
            "gap, but a series with one never passes.",
            "",
            "Examples:",
            "  vramguard judge recorded.csv",
            "  vramguard judge --pool resident levels.txt",
            "  vramguard judge --json - < nvidia-smi.log | jq 'select(.verdict == \"FAILED\")'"
        })
public final class JudgeCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final InputStream in;
    private final PrintWriter out;

    @Parameters(paramLabel = "FILE", description = "the recorded series; - is the standard input")
    private String file = STANDARD_INPUT;

    @Option(
            names = "--pool",
            paramLabel = "POOL",
            defaultValue = "gpu0",
            converter = PoolName.class,
            description = "the pool of the levels, if the input does not name it (default: ${DEFAULT-VALUE}):"
                    + " gpu0, native, resident, heap, direct, metaspace, threads, files, ...")
    private Pool pool = Pool.gpu(0);

    @Option(
            names = "--mixed",
            description =
                    "the levels include other memory, if the input does not say: that of all processes of a device,"
                            + " or, for native, that of the JVM itself")
    private boolean mixed;

    @Option(
            names = "--no-baseline",
            description = "the first value was read after the first cycle; no level before it was recorded."
                    + " The first cycle is not evidence, so the value is used for both")
    private boolean noBaseline;

    @Option(
            names = "--signal",
            hidden = true,
            converter = ReplacedOption.class,
            description = "rejected: the option is called --pool")
    @SuppressWarnings("unused") // picocli converts its value, which is where it is refused
    private String replaced = "";

    /** Names the option that has taken the place of another. */
    static final class ReplacedOption implements ITypeConverter<String> {

        @Override
        public String convert(String name) {
            throw new TypeConversionException("use --pool with the name of a pool");
        }
    }

    @Option(names = "--json", description = "print one JSON object per line, with the reasons, and no total")
    private boolean json;

    @Option(
            names = "--allow-inconclusive",
            description = "exit with 0 instead of 2 if a series is inconclusive and none failed")
    private boolean isInconclusiveAllowed;

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
                throw new BadInput(file + ": is empty; accepted are " + KnownFormats.ACCEPTED);
            }
            KnownFormats.of(lines, pool, mixed ? Quality.MIXED : Quality.EXACT)
                    .read(lines, series -> report.accept(judge(series)));
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
        if (tally.of(Result.FAILED) > 0) {
            return ExitCode.FAILED;
        }
        return tally.of(Result.INCONCLUSIVE) > 0 && !isInconclusiveAllowed ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }
}
