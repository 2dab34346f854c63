package io.github.vramguard.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whose memory the tests of this class are about. Without it, that is this JVM with its descendants, and every container that
 * Testcontainers started from it.
 *
 * <p>On a field it holds for all tests of the class and of its nested classes; several fields are measured as one. On a
 * parameter of a test method it holds for that test in place of the fields, and its memory is measured from the call of the
 * method on.
 *
 * <p>The value is a {@link io.github.vramguard.memory.MemoryTarget}, a process id, a {@link ProcessHandle}, a
 * {@link Process}, a supplier of one of them, or a container of Testcontainers. It is asked for just before the test, after
 * {@code @BeforeAll}; it must not be null then, and what it stands for must run, or the test fails.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface MeasuredTarget {}
