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
 * The GPU memory of the test must not exceed a budget at any time, on any device. A peak equal to the budget is kept.
 *
 * <p>Device memory is sampled every {@code vramguard.sampling.interval}, 50 ms by default, from before {@code @BeforeEach}
 * until after {@code @AutoClose} fields are closed; a shorter peak may be missed. Where no GPU can be read,
 * {@code vramguard.unavailable} decides. It goes together with {@link NoLeak}, {@link LeakTest} and repeated tests, where
 * it holds for each run.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith({VramBudgetExtension.class, MemoryParameters.class})
@ResourceLock(Resources.GLOBAL)
public @interface VramBudget {

    /**
     * The budget for each device, such as {@code "6 GiB"} (powers of 1024) or {@code "6 GB"} (powers of 1000).
     *
     * @return the largest peak that is kept
     */
    String value();
}
