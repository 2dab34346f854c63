/** The verb {@code report}: what the JVMs of a build measured, merged and told. */
@NullMarked
package io.github.vramguard.cli.report;

import org.jspecify.annotations.NullMarked;
