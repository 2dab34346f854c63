package io.github.vramguard.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Replaces {@code @Test}: repeats the whole life of the test, with its constructor and its lifecycle methods, until it is
 * certain whether memory returns to its baseline.
 *
 * <p>Each repetition is a cycle: load, use, unload. Clean code rises for the first cycles too, so a verdict takes at least
 * eight; a leak is reported in the cycle that makes it certain, and no further cycle is run then. A cycle that fails by
 * itself ends the series unjudged.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.METHOD})
@TestTemplate
@ExtendWith({NoLeakExtension.class, LeakTestExtension.class, MemoryParameters.class})
@ResourceLock(Resources.GLOBAL)
public @interface LeakTest {

    /**
     * After so many cycles the series ends, decided or not.
     *
     * @return at least 8, or 0 for {@code vramguard.cycles.max}, which is 20 by default
     */
    int maxCycles() default 0;

    /**
     * The pools to judge, by name, as in {@link NoLeak#pools()}.
     *
     * @return the names; by default all pools that can be read
     */
    String[] pools() default {};
}
