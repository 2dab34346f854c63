@NullMarked
package io.github.vramguard.report.history;

import org.jspecify.annotations.NullMarked;
