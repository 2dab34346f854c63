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
 * The GPU memory of the test must not exceed a budget at any time, on any device:
 *
 * <pre>{@code
 * @Test
 * @VramBudget("6 GiB")
 * void answersAPrompt() { … }
 * }</pre>
 *
 * <p>A peak equal to the budget passes. Device memory is sampled every {@code vramguard.sampling.interval}, 50 ms by default,
 * from before {@code @BeforeEach} until after {@code @AutoClose} fields are closed; a shorter peak can be missed. Where no GPU
 * can be read, {@code vramguard.unavailable} decides. Combined with {@link NoLeak}, {@link LeakTest} or a repeated test, the
 * budget holds for each run.
 *
 * <p>Without a value, and with {@code vramguard.baseline.dir}, the budget is the peak of an earlier run on a machine of the same
 * class, plus 2 MiB or 5%, whichever is more. If the baseline has no peak of the test, the verdict is inconclusive. {@link
 * PredictedVramBudget} predicts the budget from the file of a model.
 *
 * <p>If the value is not an amount, an {@code ExtensionConfigurationException} is thrown before the test.
 * @since 0.1.0
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith({VramBudgetExtension.class, MemoryParameters.class})
@ResourceLock(Resources.GLOBAL)
@API(status = Status.MAINTAINED, since = "0.1.0")
public @interface VramBudget {

    /**
     * The budget of each device, such as {@code "6 GiB"} (powers of 1024) or {@code "6 GB"} (powers of 1000).
     *
     * @return the largest peak that passes; by default the peak of an earlier run
     */
    String value() default "";
}
