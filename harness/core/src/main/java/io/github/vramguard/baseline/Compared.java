package io.github.vramguard.baseline;

/**
 * A figure compared with the baseline.
 *
 * @param line the line of the baseline
 * @param measured the amount now
 * @param tolerance the tolerance, see {@link io.github.vramguard.run.Quantity#tolerance(long)}
 */
public record Compared(BaselineLine line, long measured, long tolerance) {

    boolean isMore() {
        return measured > Math.addExact(line.amount(), tolerance);
    }
}
