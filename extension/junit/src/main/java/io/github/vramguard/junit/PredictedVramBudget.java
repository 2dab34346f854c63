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
 * A {@link VramBudget} that is predicted from the file of a model that llama.cpp loads:
 *
 * <pre>{@code
 * @Test
 * @PredictedVramBudget(model = "models/qwen3-8b-q4_k_m.gguf", context = 8192, slack = "10%")
 * void answersAPrompt() { … }
 * }</pre>
 *
 * <p>The budget is for the whole model on one device. If a model is split over several devices, each of them may reach it. It is
 * the sum of
 *
 * <ul>
 *   <li>the weights, the KV cache and recurrent states, from the header of the file;
 *   <li>the upper bound of an estimate of the compute buffers, which is 20% above the estimate;
 *   <li>the largest GPU context that was measured, 619 MiB;
 *   <li>the slack.
 * </ul>
 *
 * <p>A failure shows these parts, and how much of the peak none of them explains. The file is read before each test; where no
 * GPU can be read, it need not exist. If it cannot be read otherwise, or an attribute is not accepted, an {@code
 * ExtensionConfigurationException} is thrown before the test.
 * @since 0.1.0
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith({VramBudgetExtension.class, MemoryParameters.class})
@ResourceLock(Resources.GLOBAL)
@API(status = Status.MAINTAINED, since = "0.1.0")
public @interface PredictedVramBudget {

    /**
     * The model: a GGUF file, or any part of a split one, relative to the working directory.
     *
     * @return the path of the file
     */
    String model();

    /**
     * {@code --ctx-size} of llama.cpp: the context of all sequences together.
     *
     * @return the number of tokens; 0 for the context that the model was trained for
     */
    int context() default 0;

    /**
     * {@code --parallel} of llama.cpp.
     *
     * @return the number of sequences, 1 to 256
     */
    int parallel() default 1;

    /**
     * {@code --cache-type-k} of llama.cpp: the type of the keys in the cache.
     *
     * @return one of f32, f16, bf16, q8_0, q5_1, q5_0, q4_1, q4_0, iq4_nl
     */
    String cacheTypeK() default "f16";

    /**
     * {@code --cache-type-v} of llama.cpp: the type of the values in the cache.
     *
     * @return one of the types for keys
     */
    String cacheTypeV() default "f16";

    /**
     * {@code --gpu-layers} of llama.cpp: how many layers are on the GPU. The output layer is the first of them, and the last
     * block the second.
     *
     * @return the number of layers; -1 for all
     */
    int gpuLayers() default -1;

    /**
     * How much more than the prediction is permitted.
     *
     * @return a share of the prediction, such as {@code "10%"}, or an amount, such as {@code "512 MiB"}
     */
    String slack() default "10%";
}
