@NullMarked
package io.github.vramguard.report.ci;

import org.jspecify.annotations.NullMarked;
