package io.github.vramguard.server;

import io.github.vramguard.model.TensorType;
import java.util.Optional;

/** Values on the command line of llama-server. */
final class LlamaNumbers {

    private LlamaNumbers() {}

    /** Neither 0 nor -1 says how many. */
    static Optional<Integer> count(Optional<String> written) {
        return written.filter(number -> number.matches("[1-9]\\d{0,8}")).map(Integer::valueOf);
    }

    static TensorType type(Optional<String> written) {
        return written.map(TensorType::named).orElse(TensorType.F16);
    }
}
