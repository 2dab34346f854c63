package io.github.vramguard.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Replaces {@code @Test}: repeats the whole lifecycle of the test, with its constructor and its lifecycle methods, until the
 * verdict on its memory is certain:
 *
 * <pre>{@code
 * @LeakTest
 * void loadsAndUnloads() {
 *     try (var model = new LlamaModel(params)) {
 *         model.complete(prompt);
 *     }
 * }
 * }</pre>
 *
 * <p>Each repetition is a cycle: load, use, unload. Clean code rises in the first cycles too, so a verdict takes at least eight.
 * No further cycle runs once the verdict is certain. A cycle that fails for another reason ends the series without a verdict.
 *
 * <p>JUnit shows each cycle below the method. A leak fails the method and none of its cycles, so that the test has the same name
 * in each run. Running a single cycle again is an error, because nothing could be judged.
 * @since 0.1.0
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.METHOD})
@TestTemplate
@ExtendWith({NoLeakExtension.class, LeakTestExtension.class, MemoryParameters.class})
@ResourceLock(Resources.GLOBAL)
@API(status = Status.MAINTAINED, since = "0.1.0")
public @interface LeakTest {

    /**
     * The number of cycles after which the series ends, decided or not.
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

    /**
     * The growth per cycle that is tolerated, as in {@link NoLeak#tolerance()}.
     *
     * @return the tolerances, such as {@code "4 MiB"} or {@code "heap=1 MiB"}; by default those of {@code vramguard.tolerance}
     */
    String tolerance() default "";
}
