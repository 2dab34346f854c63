package io.github.vramguard.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What the standard output can show.
 *
 * @param live whether a person looks at it, so that it can be drawn again
 * @param unicode whether it shows more than ASCII
 * @param size its size at the moment
 */
public record Terminal(boolean live, boolean unicode, Supplier<Size> size) {

    private static final long TIMEOUT_MILLIS = 500;

    /** Columns and rows. */
    public record Size(int columns, int rows) {

        /** The size to assume if the real one is unknown. */
        public static final Size USUAL = new Size(80, 24);

        private static final int LEAST_COLUMNS = 40;

        /** What {@code stty size} prints: rows, then columns; both are 0 if unknown. */
        static Size parse(String printed) {
            if (!printed.matches("[1-9]\\d{0,4} [1-9]\\d{0,4}")) {
                return USUAL;
            }
            String[] numbers = printed.split(" ", -1);
            return new Size(Math.max(LEAST_COLUMNS, Integer.parseInt(numbers[1])), Integer.parseInt(numbers[0]));
        }
    }

    /** A terminal that cannot be drawn again, such as a file. */
    public static Terminal dumb(boolean unicode) {
        return new Terminal(false, unicode, () -> Size.USUAL);
    }

    /** The one that this process writes to. */
    public static Terminal ofThisProcess() {
        boolean unicode = encoding().equals(StandardCharsets.UTF_8);
        return isLive(System.getenv()) ? new Terminal(true, unicode, Terminal::ask) : dumb(unicode);
    }

    private static boolean isLive(Map<String, String> environment) {
        String kind = environment.getOrDefault("TERM", "");
        return !kind.isEmpty()
                && !kind.equals("dumb")
                && Optional.ofNullable(System.console())
                        .filter(Terminal::isTerminal)
                        .isPresent();
    }

    /** From Java 22 on there can be a console where there is no terminal, and a method to check for one. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    /** The encoding in which picocli prints. */
    private static Charset encoding() {
        return Optional.ofNullable(System.getProperty("sun.stdout.encoding"))
                .or(() -> Optional.ofNullable(System.getProperty("stdout.encoding")))
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
    }

    private static Size ask() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return Size.USUAL;
            }
            return Size.parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException noSuchProgram) {
            return Size.USUAL;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Size.USUAL;
        }
    }
}
