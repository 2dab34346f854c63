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

    /** A number that must be there, and at least 1. */
    int positive(String name) throws GgufException {
        int number = required(name);
        if (number == 0) {
            throw wrong(name, "at least 1");
        }
        return number;
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

    /** A number for each layer that must be there, and at least 1 in one of them. */
    List<Integer> positivePerLayer(String name, int layers) throws GgufException {
        List<Integer> numbers = perLayer(name, layers).orElseThrow(() -> metadata.missing(key(name)));
        if (numbers.stream().allMatch(number -> number == 0)) {
            throw wrong(name, "at least 1 in some layer");
        }
        return numbers;
    }

    /** A list of any length; empty if there is none. */
    List<Long> listed(String name) {
        return metadata.list(key(name));
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
