package io.github.vramguard.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Permits a leak that is tracked elsewhere, up to an amount per cycle:
 *
 * <pre>{@code
 * @LeakTest
 * @KnownLeak(reason = "kherud/java-llama.cpp#102", upTo = "32 MiB")
 * void loadsAndUnloads() { … }
 * }</pre>
 *
 * <p>Once a series of cycles shows that the leak is gone, the test fails, so that the annotation gets removed. It needs {@link
 * NoLeak}, {@link LeakTest} or a {@code Cycles} parameter, and is an error without them. On a class it applies to all tests that
 * have none of their own, and one of them must be judged.
 * @since 0.1.0
 */
@Documented
@Inherited
@Repeatable(KnownLeak.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(KnownLeakExtension.class)
@API(status = Status.MAINTAINED, since = "0.1.0")
public @interface KnownLeak {

    /**
     * Why the leak is permitted.
     *
     * @return where the defect is tracked
     */
    String reason();

    /**
     * The largest leak that is permitted.
     *
     * @return an amount per cycle, such as {@code "32 MiB"}, or a number for a pool that counts
     */
    String upTo();

    /**
     * The pool that may leak.
     *
     * @return a name as in {@link NoLeak#pools()}; by default each pool that counts bytes
     */
    String pool() default "";

    /** Holds several {@link KnownLeak} annotations. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(KnownLeakExtension.class)
    @interface List {

        /**
         * The annotations.
         *
         * @return one for each pool
         */
        KnownLeak[] value();
    }
}
