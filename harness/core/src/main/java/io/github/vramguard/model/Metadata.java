package io.github.vramguard.model;

import io.github.vramguard.model.MetadataValue.Skipped;
import io.github.vramguard.model.MetadataValue.Text;
import io.github.vramguard.model.MetadataValue.Whole;
import io.github.vramguard.model.MetadataValue.Wholes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a model file says about its model, by key.
 *
 * @param source the file, or the server that described it
 */
record Metadata(String source, Map<String, Entry> entries) {

    Metadata {
        entries = Map.copyOf(entries);
    }

    /** A value and the byte where it starts, if it was read from a file. */
    record Entry(OptionalLong offset, MetadataValue value) {}

    Optional<String> text(String key) throws GgufException {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof Text text) {
            return Optional.of(text.text());
        }
        throw wrong(key, entry, "a short text", entry.value());
    }

    Optional<Integer> number(String key) throws GgufException {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof Whole whole) {
            return Optional.of(natural(key, entry, whole.number()));
        }
        throw wrong(key, entry, "a whole number", entry.value());
    }

    boolean hasList(String key) {
        Entry entry = entries.get(key);
        return entry != null && entry.value() instanceof Wholes;
    }

    List<Long> list(String key) {
        Entry entry = entries.get(key);
        return entry != null && entry.value() instanceof Wholes wholes ? wholes.numbers() : List.of();
    }

    /** A number for each layer, whether the file lists them or has one for all. */
    Optional<List<Integer>> numbers(String key, int layers) throws GgufException {
        Entry entry = entries.get(key);
        if (entry != null && entry.value() instanceof Wholes wholes) {
            return Optional.of(listed(key, entry, wholes.numbers(), layers));
        }
        return number(key).map(one -> Collections.nCopies(layers, one));
    }

    private List<Integer> listed(String key, Entry entry, List<Long> numbers, int layers) throws GgufException {
        if (numbers.size() < layers) {
            throw wrong(key, entry, "a number for each of " + layers + " layers", entry.value());
        }
        List<Integer> listed = new ArrayList<>();
        for (long number : numbers.subList(0, layers)) {
            listed.add(natural(key, entry, number));
        }
        return listed;
    }

    /** The number of elements of an array, such as that of the tokens. */
    Optional<Long> length(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value).map(Metadata::length);
    }

    private static long length(MetadataValue value) {
        if (value instanceof Skipped skipped) {
            return skipped.length();
        }
        return value instanceof Wholes wholes ? wholes.numbers().size() : 1;
    }

    GgufException missing(String key) {
        return new GgufException(source, "has no key " + key);
    }

    GgufException wrong(String key, String expected) {
        Entry entry = entries.get(key);
        return entry == null ? missing(key) : wrong(key, entry, expected, entry.value());
    }

    private int natural(String key, Entry entry, long number) throws GgufException {
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw wrong(key, entry, "a number from 0 to " + Integer.MAX_VALUE, number);
        }
        return (int) number;
    }

    private GgufException wrong(String key, Entry entry, String expected, Object found) {
        String place =
                entry.offset().isPresent() ? GgufException.at(entry.offset().getAsLong(), key) : "says of " + key;
        return new GgufException(source, place, expected, String.valueOf(found));
    }
}
