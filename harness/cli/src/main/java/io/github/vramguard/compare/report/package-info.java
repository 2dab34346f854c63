/**
 * What differs between two sides, as rows for a person, and as Markdown for a pull request.
 */
@NullMarked
package io.github.vramguard.compare.report;

import org.jspecify.annotations.NullMarked;
