package io.github.vramguard.model;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A tensor of a model as others list it.
 *
 * @param name its name in the file, for instance {@code token_embd.weight}
 * @param type how its elements are stored
 * @param shape its dimensions in elements, the one that varies fastest first, as in the file
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record TensorShape(String name, TensorType type, List<Long> shape) {

    /** Copies the list. */
    public TensorShape {
        shape = List.copyOf(shape);
    }
}
