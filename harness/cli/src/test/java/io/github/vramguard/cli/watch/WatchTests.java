package io.github.vramguard.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.vramguard.cli.Typed;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WatchTests {

    private static final long MIB = 1024 * 1024;
    private static final Gap GAP = new Gap(Reason.PID_NOT_VISIBLE, "the driver does not see it; run with --pid=host");
    private static final Terminal FILE = Terminal.dumb(true);

    private final ScriptedMachine machine = new ScriptedMachine();
    private final StringWriter out = new StringWriter();
    private int tick;

    private void watch(Supplier<List<OneProcess>> search, boolean endless, int count, View view, IntConsumer before)
            throws IOException {
        Pace pace = () -> {
            before.accept(++tick);
            return Optional.of(Instant.EPOCH.plusSeconds(60L * tick));
        };
        new Watch(new Watchlist(machine, search, Set.of()), pace, List.of(view)).run(count, endless);
    }

    private void watch(Supplier<List<OneProcess>> search, boolean endless, int count, IntConsumer before)
            throws IOException {
        watch(search, endless, count, new PlainView(new PrintWriter(out), FILE), before);
    }

    private Supplier<List<OneProcess>> all() {
        return machine::gpuHolders;
    }

    @Test
    void eachReadingIsABlockWithPeakSlopeAndPicture() throws IOException {
        machine.running(7, "ollama");
        long[] levels = {0, 100 * MIB, 200 * MIB, 90 * MIB};

        watch(all(), true, 3, now -> machine.reading(Pool.gpu(0), new Bytes(levels[now])));

        assertThat(out).hasToString("""
                          pool                 now        peak  per minute  1970-01-01T00:01:00Z
                        pid 7  ollama
                          gpu0             100 MiB     100 MiB           –  ▁

                          pool                 now        peak  per minute  1970-01-01T00:02:00Z
                        pid 7  ollama
                          gpu0             200 MiB     200 MiB           –  ▁█

                          pool                 now        peak  per minute  1970-01-01T00:03:00Z
                        pid 7  ollama
                          gpu0              90 MiB     200 MiB      -5 MiB  ▁█▁

                        3 readings
                        """);
    }

    @Test
    void aGapIsADashWithItsReasonAndNeverZero() throws IOException {
        machine.running(7, "a").running(8, "b").reading(Pool.gpu(0), GAP).reading(Pool.gpu(1), GAP);

        watch(all(), true, 1, now -> {});

        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        "pid 7  a",
                        "  gpu0                   –           –           –  [1]",
                        "  gpu1                   –           –           –  [1]",
                        "pid 8  b",
                        "  gpu0                   –           –           –  [1]",
                        "  gpu1                   –           –           –  [1]",
                        "[1] the driver does not see it; run with --pid=host",
                        "",
                        "1 reading");
    }

    @Test
    void aGapBetweenReadingsKeepsThePeakAndABlank() throws IOException {
        machine.running(7, "a");
        Reading[] readings = {GAP, new Bytes(8 * MIB), GAP, new Bytes(0)};

        watch(all(), true, 3, now -> machine.reading(Pool.gpu(0), readings[now]));

        assertThat(out.toString())
                .contains("  gpu0                   –       8 MiB           –  [1] ▁\n")
                .contains("  gpu0                 0 B       8 MiB           –  █ ▁\n");
    }

    @Test
    void aProcessThatEndsIsSaidToHaveEndedWithItsLastPeak() throws IOException {
        machine.running(7, "a").running(8, "b").reading(Pool.gpu(0), new Bytes(8 * MIB));
        List<OneProcess> both = machine.gpuHolders();

        watch(() -> both, false, 99, now -> {
            if (now > 1) {
                machine.end(now == 2 ? 7 : 8);
            }
        });

        assertThat(tick).isEqualTo(3);
        assertThat(out.toString())
                .contains("pid 7  a  (has ended)\n  gpu0                   –       8 MiB           –  ▁\npid 8  b\n")
                .contains("pid 8  b  (has ended)\n  gpu0                   –       8 MiB           –  ▁▁\n")
                .endsWith("3 readings; all watched processes have ended\n");
    }

    @Test
    void aContainerWhoseGroupVanishesEndsTheWatch() throws IOException {
        machine.inContainer(7, "a").running(9, "other").reading(Pool.RESIDENT, new Bytes(MIB));

        watch(machine.container("c"), false, 99, now -> {
            if (now == 2) {
                machine.inContainer(8, "later");
            } else if (now == 3) {
                machine.end(7);
                machine.end(8);
            }
        });

        assertThat(tick).isEqualTo(3);
        assertThat(out.toString())
                .contains("pid 8  later\n", "pid 8  later  (has ended)")
                .doesNotContain("pid 9");
    }

    @Test
    void holdersOfAGpuMayComeAndGo() throws IOException {
        machine.reading(Pool.gpu(0), new Bytes(MIB));

        watch(all(), true, 3, now -> {
            if (now == 2) {
                machine.running(7, "a");
            } else if (now == 3) {
                machine.end(7);
            }
        });

        assertThat(out.toString())
                .contains("no process uses GPU memory\n", "pid 7  a\n", "pid 7  a  (has ended)\n")
                .endsWith("3 readings\n");
    }

    @Test
    void ofManyThatEndedOnlyTheLastAreKept() {
        Watchlist list = new Watchlist(machine, all(), Set.of());
        for (long pid = 1; pid <= 100; pid++) {
            machine.running(pid, "short");
            list.read(Instant.EPOCH);
            machine.end(pid);
            list.read(Instant.EPOCH);
        }

        assertThat(list.all()).hasSize(20).last().satisfies(last -> assertThat(
                        last.process().pid())
                .isEqualTo(100));
    }

    @Test
    void aNameCannotCommandTheTerminal() throws IOException {
        machine.running(7, "a\033[2Jb");

        watch(all(), true, 1, now -> {});

        assertThat(out.toString()).contains("pid 7  a?[2Jb").doesNotContain("\033");
    }

    @Test
    void readingsThatNobodySeesAreAnError() {
        PrintWriter full = new PrintWriter(OutputStream.nullOutputStream()) {
            @Override
            public boolean checkError() {
                return true;
            }
        };
        machine.running(7, "a");

        assertThatIOException()
                .isThrownBy(() -> watch(all(), true, 9, new PlainView(full, FILE), now -> {}))
                .withMessage("the readings could not be printed");
        assertThatIOException().isThrownBy(() -> new Recording(full)).withMessage("the readings could not be written");
        assertThat(tick).isEqualTo(1);
    }

    @Test
    void aRecordingCanBeJudged() throws IOException {
        machine.running(7, "a, \"b\"");
        StringWriter csv = new StringWriter();

        watch(all(), true, 12, new Recording(new PrintWriter(csv)), now -> machine.reading(
                        Pool.gpu(0), new Bytes(now * 64 * MIB))
                .reading(Pool.gpu(1), now == 5 ? GAP : new Bytes(MIB)));
        ByteArrayInputStream in = new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(csv.toString())
                .startsWith(
                        "time,id,pool,quality,level\n1970-01-01T00:01:00Z,\"a, \"\"b\"\"/7/gpu0\",gpu0,exact,67108864\n")
                .contains("1970-01-01T00:05:00Z,\"a, \"\"b\"\"/7/gpu1\",gpu1,exact,gap\n");
        assertThat(Typed.run(in, new PrintWriter(out), new PrintWriter(out), "judge", "-"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(out).hasToString("""
                        a, "b"/7/gpu0     FAILED        LEAK              64 MiB    -
                        a, "b"/7/gpu1     INCONCLUSIVE  FLAT                 0 B    -
                        2 series: 1 failed, 1 inconclusive, 0 passed
                        """);
    }
}
