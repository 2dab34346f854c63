@NullMarked
package io.github.vramguard.history.report;

import org.jspecify.annotations.NullMarked;
