package io.github.vramguard.memory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The command line and environment that a server was started with.
 *
 * @param arguments its command line, the program first
 * @param environment the variables that it reads
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record CommandLine(List<String> arguments, Map<String, String> environment) {

    private static final List<String> OFF = List.of("0", "off", "false", "disabled");

    /** Copies the collections. */
    public CommandLine {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /**
     * The value of a setting, the way most servers read it: the last of its flags on the command line, or else its variable.
     *
     * @param variable the name in the environment
     * @param flags the ways to write it on the command line, with the value as the next argument or after {@code =}
     * @return the value; empty if it was left to the server
     */
    public Optional<String> setting(String variable, String... flags) {
        List<String> names = List.of(flags);
        Optional<String> value = Optional.ofNullable(environment.get(variable));
        for (int i = 1; i < arguments.size(); i++) {
            String[] parts = arguments.get(i).split("=", 2);
            if (names.contains(parts[0]) && (parts.length == 2 || i + 1 < arguments.size())) {
                value = Optional.of(parts.length == 2 ? parts[1] : arguments.get(i + 1));
            }
        }
        return value;
    }

    /**
     * Whether something is switched on, by a flag without a value.
     *
     * @param variable the name in the environment, where 0, off, false and disabled switch it off
     * @param on the flags that switch it on
     * @param off the flags that switch it off; the last of all on the command line counts
     * @return empty if it was left to the server
     */
    public Optional<Boolean> isOn(String variable, List<String> on, List<String> off) {
        return arguments.stream()
                .skip(1)
                .filter(argument -> on.contains(argument) || off.contains(argument))
                .reduce((earlier, later) -> later)
                .map(on::contains)
                .or(() -> Optional.ofNullable(environment.get(variable)).map(CommandLine::isOn));
    }

    /**
     * What a value means that switches something.
     *
     * @param value for instance {@code off}
     * @return false for 0, off, false and disabled
     */
    public static boolean isOn(String value) {
        return !OFF.contains(value);
    }
}
