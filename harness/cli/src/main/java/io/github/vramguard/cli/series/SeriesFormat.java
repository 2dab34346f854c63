package io.github.vramguard.cli.series;

import java.io.IOException;
import java.util.function.Consumer;

/** A way to write down series. */
@FunctionalInterface
public interface SeriesFormat {

    /** Reads all series, from the current line on. */
    void read(Lines lines, Consumer<Series> judge) throws IOException;
}
