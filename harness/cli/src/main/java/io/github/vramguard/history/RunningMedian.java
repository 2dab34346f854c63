package io.github.vramguard.history;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Numbers as they come, and the sum of their distances from their median. */
final class RunningMedian {

    private final PriorityQueue<Double> low = new PriorityQueue<>(Comparator.reverseOrder());
    private final PriorityQueue<Double> high = new PriorityQueue<>();
    private double sumOfLow;
    private double sumOfHigh;

    void add(double number) {
        low.add(number);
        double highest = low.remove();
        sumOfLow += number - highest;
        high.add(highest);
        sumOfHigh += highest;
        if (high.size() > low.size()) {
            double lowest = high.remove();
            sumOfHigh -= lowest;
            low.add(lowest);
            sumOfLow += lowest;
        }
    }

    double deviation() {
        double median = low.isEmpty() ? 0 : low.element();
        return sumOfHigh - high.size() * median + low.size() * median - sumOfLow;
    }
}
