@NullMarked
package io.github.vramguard.run;

import org.jspecify.annotations.NullMarked;
