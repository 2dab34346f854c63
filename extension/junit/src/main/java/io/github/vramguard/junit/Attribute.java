package io.github.vramguard.junit;

import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Parses the value of an attribute; an error names the annotation, the value and what is accepted. */
final class Attribute {

    private Attribute() {}

    static <T> T parse(String name, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException refused) {
            throw new ExtensionConfigurationException(name + ": " + refused.getMessage(), refused);
        }
    }
}
