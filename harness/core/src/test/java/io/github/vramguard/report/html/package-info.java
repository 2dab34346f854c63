@NullMarked
package io.github.vramguard.report.html;

import org.jspecify.annotations.NullMarked;
