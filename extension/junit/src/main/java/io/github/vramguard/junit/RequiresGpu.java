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

/**
 * Skips the test, with the reason, where no GPU can be read:
 *
 * <pre>{@code
 * @Test
 * @RequiresGpu
 * void answersOnTheGpu() { … }
 * }</pre>
 * @since 0.1.0
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(RequiresGpuCondition.class)
@API(status = Status.MAINTAINED, since = "0.1.0")
public @interface RequiresGpu {}
