package io.github.vramguard.rule;

/**
 * How well one shape explains the levels.
 *
 * @param basis the shape
 * @param bic what is left to explain, with a price on each parameter
 * @param slope the factor of the last column of the shape, per cycle if that is the straight line
 */
record Fit(Basis basis, double bic, double slope) {}
