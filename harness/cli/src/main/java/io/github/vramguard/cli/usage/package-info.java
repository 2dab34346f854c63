/**
 * What all verbs have in common for those who type them: options, the refusal of bad input, and exit codes.
 */
@NullMarked
package io.github.vramguard.cli.usage;

import org.jspecify.annotations.NullMarked;
