package io.github.vramguard.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * The test must release all memory that it takes: GPU memory, native memory and Java heap, and also threads, files and child
 * processes:
 *
 * <pre>{@code
 * @Test
 * @NoLeak
 * void answersAPrompt() {
 *     try (var model = new LlamaModel(params)) {
 *         model.complete(prompt);
 *     }
 * }
 * }</pre>
 *
 * <p>Memory is measured before the test instance is created, and judged when the whole test is over: after {@code @AfterEach},
 * and after {@code @AutoClose} fields are closed. A test that fails for another reason is not judged, and keeps its exception.
 *
 * <ul>
 *   <li>On a {@code @Test}, one run is judged. A residual that a first use can explain is inconclusive (see {@code
 *       vramguard.inconclusive}); more than that fails. {@link LeakTest} distinguishes the two.
 *   <li>On a {@code @RepeatedTest} or {@code @ParameterizedTest}, the invocations are the cycles of one series, which the leak
 *       rule judges from the eighth on.
 *   <li>On a class, it applies to each test, including those of nested classes; with {@link Scope#CLASS} to the class as a
 *       whole.
 * </ul>
 *
 * <p>Measured tests run alone, because the annotation takes the global resource lock. It is inherited, and can be a
 * meta-annotation. The nearest annotation applies: method, class, enclosing class.
 * @since 0.1.0
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith({NoLeakExtension.class, MemoryParameters.class})
@ResourceLock(Resources.GLOBAL)
@API(status = Status.MAINTAINED, since = "0.1.0")
public @interface NoLeak {

    /**
     * The pools to judge, by name: {@code gpu0}, {@code heap}, {@code direct}, {@code metaspace}, {@code native},
     * {@code threads}, {@code files}, {@code children}, {@code resident}. A pool that is named here and cannot be read follows
     * {@code vramguard.unavailable}.
     *
     * @return the names; by default all pools that can be read
     */
    String[] pools() default {};

    /**
     * The growth per cycle that is tolerated, in place of the measured tolerance of each pool: {@code "4 MiB"} for all pools
     * that count bytes, {@code "heap=1 MiB"} for one pool, or several with commas between, such as
     * {@code "4 MiB, threads=1"}. For a leak that is tracked elsewhere, use {@link KnownLeak}.
     *
     * @return the tolerances; by default those of {@code vramguard.tolerance}
     */
    String tolerance() default "";

    /**
     * What must release its memory.
     *
     * @return {@link Scope#TEST} by default
     */
    Scope scope() default Scope.TEST;

    /** What must release its memory. */
    enum Scope {
        /** Each test. */
        TEST,
        /** All tests of the class together, from before {@code @BeforeAll} until after {@code @AfterAll}. */
        CLASS
    }
}
