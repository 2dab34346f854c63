package io.github.vramguard.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Sets the process or container that the tests of a class measure:
 *
 * <pre>{@code
 * @MeasuredTarget
 * static final OllamaContainer ollama = new OllamaContainer("ollama/ollama");
 * }</pre>
 *
 * <p>Without it, tests measure this JVM with its descendants, and every container that Testcontainers started from it.
 *
 * <p>On a field it applies to all tests of the class and of its nested classes; several fields are measured together. On a
 * parameter of a test method it applies to that test in place of the fields, and memory is measured from the call of the method
 * on.
 *
 * <p>The value is a {@link io.github.vramguard.memory.MemoryTarget}, a process id, a {@link ProcessHandle}, a
 * {@link Process}, a supplier of one of them, or a container of Testcontainers. It is read just before the test, after
 * {@code @BeforeAll}. If it is null then, or its process does not run, the test fails.
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@API(status = Status.MAINTAINED, since = "0.1.0")
public @interface MeasuredTarget {}
