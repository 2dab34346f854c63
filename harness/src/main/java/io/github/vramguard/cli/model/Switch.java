package io.github.vramguard.cli.model;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option that is on or off in the words of llama-server; picocli would not leave those to a converter to boolean. */
record Switch(boolean isOn) {

    static final Switch ON = new Switch(true);

    /** From its word. */
    static final class Converter implements ITypeConverter<Switch> {

        @Override
        public Switch convert(String text) {
            return switch (text) {
                case "on" -> ON;
                case "off" -> new Switch(false);
                default -> throw new TypeConversionException("\"" + text + "\" is neither on nor off");
            };
        }
    }
}
