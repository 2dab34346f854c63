package io.github.vramguard.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading.Bytes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveViewTests {

    private final ScriptedMachine machine =
            new ScriptedMachine().running(7, "a").reading(Pool.RESIDENT, new Bytes(1 << 20));
    private final Watchlist list = new Watchlist(machine, machine::gpuHolders, Set.of());
    private final StringWriter out = new StringWriter();

    private LiveView view(int rows) {
        return new LiveView(new PrintWriter(out), new Terminal(true, false, () -> new Terminal.Size(80, rows)));
    }

    private String shown() {
        String shown = out.toString();
        out.getBuffer().setLength(0);
        return shown;
    }

    @Test
    void eachInstantIsDrawnInThePlaceOfTheOneBefore() {
        LiveView view = view(24);
        list.read(Instant.EPOCH);

        view.show(Instant.EPOCH, list);
        assertThat(shown())
                .startsWith("\033[?1049h\033[?25l\033[?7l\033[H  pool")
                .contains("  resident           1 MiB       1 MiB           -  _\033[K\n")
                .endsWith("\033[J");

        view.show(Instant.EPOCH, list);
        assertThat(shown()).startsWith("\033[H  pool");
    }

    @Test
    void theTerminalIsGivenBackWithTheLastReadings() {
        LiveView view = view(24);
        list.read(Instant.EPOCH);
        view.show(Instant.EPOCH, list);
        shown();

        view.end("1 reading");
        assertThat(shown())
                .startsWith("\033[?7h\033[?25h\033[?1049l  pool")
                .endsWith("  resident           1 MiB       1 MiB           -  _\n\n1 reading\n");

        view.close();
        assertThat(shown()).isEmpty();
    }

    @Test
    void aTerminalThatWasNotUsedIsLeftAlone() {
        view(24).close();

        assertThat(shown()).isEmpty();
    }

    @Test
    void whatDoesNotFitIsCut() {
        list.read(Instant.EPOCH);
        view(3).show(Instant.EPOCH, list);

        assertThat(shown()).contains("pid 7  a\033[K\n").doesNotContain("resident");
    }
}
