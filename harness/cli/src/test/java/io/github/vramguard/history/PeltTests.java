package io.github.vramguard.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeltTests {

    private static double[] noise(Random random, int length) {
        return random.doubles(length, -1, 1).toArray();
    }

    private static double[] stepped(double[] series, int from, double by) {
        double[] stepped = series.clone();
        for (int i = from; i < stepped.length; i++) {
            stepped[i] += by;
        }
        return stepped;
    }

    @Test
    void whatIsTooShortHasNoChanges() {
        assertThat(Pelt.changes(new double[] {})).isEmpty();
        assertThat(Pelt.changes(new double[] {1, 100})).isEmpty();
        assertThat(Pelt.changes(new double[] {1, 1, 1, 100, 100})).isEmpty();
    }

    @Test
    void threePointsOnANewLevelAreAChange() {
        assertThat(Pelt.changes(new double[] {1, 1, 1, 100, 100, 100})).containsExactly(3);
    }

    @Test
    void twoOutliersAreNone() {
        double[] series = new double[30];
        series[10] = 50;
        series[20] = 50;

        assertThat(Pelt.changes(series)).isEmpty();
    }

    @Test
    void aStepUpAndOneDownAreTwoChanges() {
        double[] series = stepped(stepped(noise(new Random(1), 60), 20, 8), 45, -8);

        assertThat(Pelt.changes(series)).containsExactly(20, 45);
    }

    @Property(tries = 200)
    void aConstantSeriesNeverChanges(@ForAll @IntRange(min = 1, max = 200) int length, @ForAll int level) {
        assertThat(Pelt.changes(stepped(new double[length], 0, level))).isEmpty();
    }

    @Property(tries = 200)
    void whatIsAddedToAllChangesNothing(@ForAll long seed, @ForAll @IntRange(min = -1000, max = 1000) int more) {
        double[] series = stepped(noise(new Random(seed), 50), 25, seed % 10);

        assertThat(Pelt.changes(stepped(series, 0, more * 1024.0))).isEqualTo(Pelt.changes(series));
    }

    @Property(tries = 200)
    void aPlantedStepIsFoundWhereItIs(@ForAll long seed, @ForAll @IntRange(min = 5, max = 45) int at) {
        assertThat(Pelt.changes(stepped(noise(new Random(seed), 50), at, 10))).containsExactly(at);
    }

    /** Pruning must not change the result: all divisions are tried. */
    @Property(tries = 200)
    void noOtherDivisionCostsLess(@ForAll long seed, @ForAll @IntRange(min = 3, max = 12) int length) {
        Random random = new Random(seed);
        double[] series =
                random.ints(length, 0, 4).mapToDouble(level -> level * 6.0).toArray();

        assertThat(cost(series, Pelt.changes(series))).isEqualTo(cheapest(series, new ArrayList<>(), 0));
    }

    private static double cheapest(double[] series, List<Integer> changes, int start) {
        double least = cost(series, changes);
        for (int next = start + Pelt.SHORTEST; next <= series.length - Pelt.SHORTEST; next++) {
            List<Integer> more = new ArrayList<>(changes);
            more.add(next);
            least = Math.min(least, cheapest(series, more, next));
        }
        return least;
    }

    private static double cost(double[] series, List<Integer> changes) {
        double cost = changes.size() * 3 * Math.log(series.length);
        for (int i = 0; i <= changes.size(); i++) {
            int from = i == 0 ? 0 : changes.get(i - 1);
            int to = i == changes.size() ? series.length : changes.get(i);
            double[] part = Arrays.copyOfRange(series, from, to);
            Arrays.sort(part);
            cost += DoubleStream.of(part)
                    .map(point -> Math.abs(point - part[(part.length - 1) / 2]))
                    .sum();
        }
        return cost;
    }
}
