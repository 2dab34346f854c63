package io.github.vramguard.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * The test must give back all memory it takes: GPU memory, native memory, Java heap, and threads, files and child
 * processes too.
 *
 * <p>Memory is measured before the test instance is made, and judged when everything of the test is over: after
 * {@code @AfterEach}, after {@code @AutoClose} fields are closed. A test that fails is not judged; its own exception stays.
 *
 * <ul>
 *   <li>On a {@code @Test}, one run is judged. What a first use may cost is then inconclusive (see
 *       {@code vramguard.inconclusive}), more than that fails. {@link LeakTest} tells the two apart.
 *   <li>On a {@code @RepeatedTest} or {@code @ParameterizedTest}, the invocations are the cycles of one series, which
 *       the leak rule judges from the eighth on.
 *   <li>On a class it holds for each test, of nested classes too; with {@link Scope#CLASS} once for the class.
 * </ul>
 *
 * <p>Measured tests run alone: the annotation takes the global resource lock. It is inherited, and can be a
 * meta-annotation. The nearest one wins: method, class, enclosing class.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith({NoLeakExtension.class, MemoryParameters.class})
@ResourceLock(Resources.GLOBAL)
public @interface NoLeak {

    /**
     * The pools to judge, by name: {@code gpu0}, {@code heap}, {@code direct}, {@code metaspace}, {@code native},
     * {@code threads}, {@code files}, {@code children}, {@code resident}. One that is named here and cannot be read
     * follows {@code vramguard.unavailable}.
     *
     * @return the names; by default all pools that can be read
     */
    String[] pools() default {};

    /**
     * What must give its memory back.
     *
     * @return {@link Scope#TEST} by default
     */
    Scope scope() default Scope.TEST;

    /** What must give its memory back. */
    enum Scope {
        /** Each test. */
        TEST,
        /** All tests of the class together, from before {@code @BeforeAll} until after {@code @AfterAll}. */
        CLASS
    }
}
