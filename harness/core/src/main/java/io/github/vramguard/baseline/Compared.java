package io.github.vramguard.baseline;

/**
 * An amount beside the one that is remembered.
 *
 * @param remembered what is remembered
 * @param measured the amount now
 * @param forgiven how much more it may be, see {@link io.github.vramguard.run.Quantity#tolerance(long)}
 */
public record Compared(Remembered remembered, long measured, long forgiven) {

    boolean isMore() {
        return measured > Math.addExact(remembered.amount(), forgiven);
    }
}
