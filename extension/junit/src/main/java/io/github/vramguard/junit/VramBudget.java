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
 *
 * <p>The budget is written, or it is predicted from the file of a model that llama.cpp loads:
 *
 * <pre>{@code
 * @VramBudget("6 GiB")
 * @VramBudget(model = "models/qwen3-8b-q4_k_m.gguf", context = 8192, slack = "10%")
 * }</pre>
 *
 * <p>A predicted budget is for the whole model on one device: where a model is split over several, each of them may hold
 * as much. It is the sum of weights, keys and values, states, the most of an estimate of intermediate results (20 % above
 * it), and the most that a GPU context was seen to take (619 MiB), with the slack added. The failure tells these apart, and
 * how much of the peak none of them explains. Only the header of the file is read, before each test, so the file must be
 * there by then; where no GPU can be read, it need not be.
 *
 * <p>Without attributes, and with {@code vramguard.baseline.dir}, the budget is the peak of an earlier run on a machine of the
 * same class, and 2 MiB or a twentieth more. Where none is remembered, the verdict is inconclusive.
 *
 * <p>Else exactly one of {@link #value()} and {@link #model()} is given, and the other attributes only with a model. Otherwise,
 * or if the file cannot be read, an {@code ExtensionConfigurationException} is thrown before the test.
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
     * @return the largest peak that is kept; empty where a model is given
     */
    String value() default "";

    /**
     * The model whose memory is predicted: a GGUF file, or any part of a split one, relative to the working directory.
     *
     * @return the path of the file; empty where a value is given
     */
    String model() default "";

    /**
     * {@code --ctx-size} of llama.cpp, the context for all sequences together.
     *
     * @return the number of tokens; 0 for what the model was trained for
     */
    int context() default 0;

    /**
     * {@code --parallel} of llama.cpp.
     *
     * @return the number of sequences, 1 to 256
     */
    int parallel() default 1;

    /**
     * {@code --cache-type-k} of llama.cpp: how keys are stored.
     *
     * @return one of f32, f16, bf16, q8_0, q5_1, q5_0, q4_1, q4_0, iq4_nl
     */
    String cacheTypeK() default "f16";

    /**
     * {@code --cache-type-v} of llama.cpp: how values are stored.
     *
     * @return one of those for keys
     */
    String cacheTypeV() default "f16";

    /**
     * {@code --gpu-layers} of llama.cpp: what is on the GPU. The output is the first layer, and the last block the second.
     *
     * @return the number of layers; -1 for all
     */
    int gpuLayers() default -1;

    /**
     * What is permitted beyond the prediction.
     *
     * @return a share of the prediction, such as {@code "10%"}, or an amount, such as {@code "512 MiB"}
     */
    String slack() default "10%";
}
