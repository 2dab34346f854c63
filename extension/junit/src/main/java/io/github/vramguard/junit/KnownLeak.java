package io.github.vramguard.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The test may leak so much in each cycle, and not more. Once a series of cycles shows that the leak is gone, the test
 * fails, so that the permission goes too.
 *
 * <p>It says nothing by itself: it goes with {@link NoLeak}, {@link LeakTest} or a {@code Cycles} parameter. On a class it
 * holds for all tests that have none of their own.
 */
@Documented
@Inherited
@Repeatable(KnownLeaks.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface KnownLeak {

    /**
     * Why it is permitted.
     *
     * @return where the defect is tracked
     */
    String reason();

    /**
     * The most that is permitted.
     *
     * @return an amount in each cycle, such as {@code "32 MiB"}, or a number for a pool that counts
     */
    String upTo();

    /**
     * The pool that may leak.
     *
     * @return a name as in {@link NoLeak#pools()}; by default each pool that counts bytes
     */
    String pool() default "";
}
