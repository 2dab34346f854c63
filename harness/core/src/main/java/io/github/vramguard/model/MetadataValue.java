package io.github.vramguard.model;

import java.util.List;

/** What one key of the metadata says, as far as sizes may depend on it. */
sealed interface MetadataValue {

    record Text(String text) implements MetadataValue {

        @Override
        public String toString() {
            return "\"" + text + "\"";
        }
    }

    /** A whole number, or 1 for true and 0 for false. */
    record Whole(long number) implements MetadataValue {

        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /** A number for each layer, such as its count of heads. */
    record Wholes(List<Long> numbers) implements MetadataValue {

        @Override
        public String toString() {
            return numbers.size() + " whole numbers";
        }
    }

    /** A fraction, a long text, or a long array such as the vocabulary, of which only the length is stored. */
    record Skipped(String type, long length) implements MetadataValue {

        @Override
        public String toString() {
            return type + " of length " + length;
        }
    }
}
