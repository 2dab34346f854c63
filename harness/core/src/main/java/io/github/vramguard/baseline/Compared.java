package io.github.vramguard.baseline;

/**
 * A figure compared with the baseline.
 *
 * @param remembered the line of the baseline
 * @param measured the amount now
 * @param forgiven the tolerance, see {@link io.github.vramguard.run.Quantity#tolerance(long)}
 */
public record Compared(Remembered remembered, long measured, long forgiven) {

    boolean isMore() {
        return measured > Math.addExact(remembered.amount(), forgiven);
    }
}
