package io.github.vramguard.model;

import java.util.Set;

/** Models that read their whole input at once, and have no tensor of output: those of {@code src/models/bert.cpp} and its kin. */
final class Encoders {

    private static final Set<String> ARCHITECTURES = Set.of(
            "bert",
            "modern-bert",
            "nomic-bert",
            "nomic-bert-moe",
            "neo-bert",
            "jina-bert-v2",
            "jina-bert-v3",
            "eurobert");

    private Encoders() {}

    static boolean has(String architecture) {
        return ARCHITECTURES.contains(architecture);
    }
}
