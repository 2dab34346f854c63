package io.github.vramguard.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The numbers of a model that its metadata lists below the name of its architecture. */
record Hyperparameters(Metadata metadata, String architecture) {

    private static final String ARCHITECTURE = "general.architecture";

    static Hyperparameters of(Metadata metadata) throws GgufException {
        String architecture = metadata.text(ARCHITECTURE).orElse("");
        if (architecture.isEmpty()) {
            throw metadata.missing(ARCHITECTURE);
        }
        return new Hyperparameters(metadata, architecture);
    }

    int required(String name) throws GgufException {
        return optional(name).orElseThrow(() -> metadata.missing(key(name)));
    }

    int orElse(String name, int otherwise) throws GgufException {
        return optional(name).orElse(otherwise);
    }

    Optional<Integer> optional(String name) throws GgufException {
        return metadata.number(key(name));
    }

    List<Integer> perLayer(String name, int layers, int otherwise) throws GgufException {
        return perLayer(name, layers).orElse(Collections.nCopies(layers, otherwise));
    }

    Optional<List<Integer>> perLayer(String name, int layers) throws GgufException {
        return metadata.numbers(key(name), layers);
    }

    boolean hasList(String name) {
        return metadata.hasList(key(name));
    }

    GgufException wrong(String name, String expected) {
        return metadata.wrong(key(name), expected);
    }

    private String key(String name) {
        return architecture + "." + name;
    }
}
