@NullMarked
package io.github.vramguard.cli.report;

import org.jspecify.annotations.NullMarked;
