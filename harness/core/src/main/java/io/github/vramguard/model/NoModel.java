package io.github.vramguard.model;

import java.util.Map;
import java.util.Optional;

/** Files of the same format that are no language model, by {@code general.type} and {@code general.architecture}. */
final class NoModel {

    private static final String BESIDE = ", which is loaded beside a model; give the file of the model";

    private static final Map<String, String> BY_TYPE = Map.of(
            "adapter",
            "is an adapter (LoRA)" + BESIDE,
            "mmproj",
            "is a projector for images or sound (mmproj)" + BESIDE,
            "imatrix",
            "has the statistics of a quantization (imatrix), and no model");

    private static final Map<String, String> TYPES_OF_OLD = Map.of("clip", "mmproj");

    private NoModel() {}

    static void refuse(Metadata metadata) throws GgufException {
        Optional<String> byType = metadata.text("general.type").map(BY_TYPE::get);
        Optional<String> complaint = byType.isPresent()
                ? byType
                : metadata.text("general.architecture").map(TYPES_OF_OLD::get).map(BY_TYPE::get);
        if (complaint.isPresent()) {
            throw new GgufException(metadata.source(), complaint.get());
        }
    }
}
