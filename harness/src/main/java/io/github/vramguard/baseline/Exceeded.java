package io.github.vramguard.baseline;

/**
 * An amount that is more than what is remembered, with what is forgiven.
 *
 * @param remembered what is remembered
 * @param measured the amount now
 * @param forgiven how much more it might have been
 */
public record Exceeded(Remembered remembered, long measured, long forgiven) {}
