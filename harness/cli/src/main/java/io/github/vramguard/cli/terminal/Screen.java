package io.github.vramguard.cli.terminal;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** The other screen of a terminal, on which each drawing takes the place of the one before. */
public final class Screen implements AutoCloseable {

    private final PrintWriter out;
    private final Terminal terminal;
    private boolean entered;

    /** Nothing changes before the first drawing. */
    public Screen(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Draws as many of the lines as there is room for. */
    public synchronized void draw(List<String> lines) {
        out.print(entered ? "" : Ansi.ENTER);
        entered = true;
        out.print(Ansi.HOME
                + lines.stream()
                        .limit(Math.max(1, terminal.size().get().rows() - 1))
                        .map(line -> line + Ansi.CLEAR_TO_END_OF_LINE + "\n")
                        .collect(Collectors.joining())
                + Ansi.CLEAR_TO_END_OF_SCREEN);
        out.flush();
    }

    /** Gives the terminal back as it was. */
    @Override
    public synchronized void close() {
        if (entered) {
            entered = false;
            out.print(Ansi.LEAVE);
            out.flush();
        }
    }
}
