package io.github.vramguard.cli.model;

import java.util.Map;
import java.util.Set;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * An option that is on or off in the words of llama-server, and on without a word; what is left to the server is on, too.
 * picocli would not leave these words to a converter to boolean.
 */
record Switch(boolean isOn) {

    private static final Set<String> WORDS = Set.of("on", "off", "auto");

    /** From its word. */
    static final class Converter implements ITypeConverter<Switch> {

        @Override
        public Switch convert(String text) {
            if (!WORDS.contains(text)) {
                throw new TypeConversionException("\"" + text + "\" is neither on nor off nor auto");
            }
            return new Switch(!text.equals("off"));
        }
    }

    /** Puts the word there that is left out, so that the file which follows is not taken for it. */
    static final class WithoutWord implements IParameterPreprocessor {

        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> how) {
            boolean isAttached = "=".equals(how.get("separator"));
            if (!isAttached && (arguments.isEmpty() || !WORDS.contains(arguments.peek()))) {
                arguments.push("on");
            }
            return false;
        }
    }
}
