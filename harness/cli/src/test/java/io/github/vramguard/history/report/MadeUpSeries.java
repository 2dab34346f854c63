package io.github.vramguard.history.report;

import io.github.vramguard.history.ChangePoint;
import io.github.vramguard.history.Commit;
import io.github.vramguard.history.Point;
import io.github.vramguard.history.Series;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Measure;
import io.github.vramguard.run.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Histories for tests, as pages. */
public final class MadeUpSeries {

    private static final long MIB = 1 << 20;
    private static final int COMMITS = 40;

    private MadeUpSeries() {}

    /** A series that gets worse by 8 MiB in the middle, with the same text wherever a text can be. */
    public static Series worse(String text) {
        Pool pool = Pool.recorded(text, Pool.Unit.BYTES);
        Quantity quantity = new Quantity(text, text, pool, text, Quality.EXACT, Measure.RESIDUAL);
        List<Point> points = IntStream.range(0, COMMITS)
                .mapToObj(i -> new Point(
                        new Commit(text + i, Instant.ofEpochSecond(1_795_000_000L + 3600L * i)),
                        i < COMMITS / 2 ? i * 1024L : 8 * MIB + i * 1024L))
                .toList();
        ChangePoint change =
                new ChangePoint(COMMITS / 2, points.get(COMMITS / 2).commit(), 10 * 1024L, 8 * MIB + 30 * 1024L);
        return new Series(quantity, points, List.of(change));
    }

    /** The page of two series and a problem, with the same text wherever a text can be. */
    public static String page(String text) {
        return HistoryPage.of(List.of(worse(text), worse(text)), text, List.of(text));
    }
}
