package io.github.vramguard.config;

import io.github.vramguard.measure.Settling;
import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Pool.Unit;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the values of keys; each error names the key, the value and what is accepted. */
final class Keys {

    private static final String NO_FORMAT = "none";
    private static final int HOUR = 3_600_000;

    private final Function<String, Optional<String>> parameters;
    private final Map<String, String> environment;

    private Keys(Function<String, Optional<String>> parameters, Map<String, String> environment) {
        this.parameters = parameters;
        this.environment = environment;
    }

    static Keys of(Function<String, Optional<String>> parameters, Map<String, String> environment) {
        return new Keys(parameters, environment);
    }

    void refuseUnknown(Collection<String> names) {
        KnownKeys.refuseOthers(names, environment.keySet());
    }

    Optional<String> value(String key) {
        return parameters.apply(KnownKeys.setting(key)).or(() -> variable(key)).map(String::strip);
    }

    /** A build server sets a variable without a value to an empty one. */
    private Optional<String> variable(String key) {
        return Optional.ofNullable(environment.get(KnownKeys.variable(key))).filter(value -> !value.isBlank());
    }

    Optional<Path> directory(String key) {
        return value(key).map(value -> directory(key, value));
    }

    private static Path directory(String key, String value) {
        try {
            if (!value.isEmpty()) {
                return Path.of(value);
            }
        } catch (InvalidPathException refused) {
            // the same as none
        }
        throw refusal(key, value, "the path of a directory");
    }

    <T> T oneOf(String key, Map<String, T> values, T otherwise) {
        return value(key)
                .map(value -> Optional.ofNullable(values.get(value))
                        .orElseThrow(() -> refusal(key, value, String.join(" or ", values.keySet()))))
                .orElse(otherwise);
    }

    static <E extends Enum<E>> Map<String, E> byName(E[] values) {
        Map<String, E> byName = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> byName.put(value.name().toLowerCase(Locale.ROOT), value));
        return byName;
    }

    Set<String> names(String key) {
        return value(key)
                .map(value -> Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** Only {@code none} turns off all formats. */
    Set<ReportFormat> formats(String key, Set<ReportFormat> otherwise) {
        Set<String> named = names(key);
        if (named.isEmpty() || named.equals(Set.of(NO_FORMAT))) {
            return named.isEmpty() ? otherwise : Set.of();
        }
        try {
            return named.stream().map(ReportFormat::named).collect(Collectors.toSet());
        } catch (IllegalArgumentException unknown) {
            throw refusal(
                    key,
                    value(key).orElseThrow(),
                    "names of "
                            + Arrays.stream(ReportFormat.values())
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", "))
                            + " with commas between, or " + NO_FORMAT + " alone");
        }
    }

    SortedSet<Pool> pools(String key) {
        return names(key).stream()
                .map(name -> KnownKeys.pool(
                        KnownKeys.setting(key) + " = \"" + value(key).orElseThrow() + "\"", name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    int number(String key, int least, int most, int otherwise) {
        return number(key, least, most, otherwise, "a whole number");
    }

    Duration millis(String key, Duration otherwise) {
        return Duration.ofMillis(number(key, 1, HOUR, (int) otherwise.toMillis(), "milliseconds"));
    }

    private int number(String key, int least, int most, int otherwise, String what) {
        String range = what + " from " + least + " to " + most;
        return value(key)
                .map(value -> (int) wholeNumber(key, value, least, most, range))
                .orElse(otherwise);
    }

    Settling settling(String key, Settling otherwise) {
        Duration window = millis(key + ".window", otherwise.window());
        Duration gpuWindow = millis(key + ".gpu-window", otherwise.gpuWindow());
        Duration timeout = millis(key + ".timeout", otherwise.timeout());
        if (timeout.compareTo(window) < 0 || timeout.compareTo(gpuWindow) < 0) {
            throw refusal(
                    key + ".timeout",
                    Long.toString(timeout.toMillis()),
                    "at least " + KnownKeys.setting(key + ".window") + " (" + window.toMillis() + ") and "
                            + KnownKeys.setting(key + ".gpu-window") + " (" + gpuWindow.toMillis() + ")");
        }
        return new Settling(window, gpuWindow, timeout);
    }

    /** The tolerance of one pool takes precedence over the one for all. */
    Map<Pool, Long> tolerances(String key) {
        Map<Pool, Long> tolerances = new HashMap<>();
        for (Pool pool : Pool.all()) {
            String own = KnownKeys.TOLERANCE_OF + pool;
            Optional<String> value = value(own);
            if (value.isPresent()) {
                tolerances.put(pool, tolerance(own, value.get(), pool));
            } else if (pool.unit() == Unit.BYTES) {
                value(key).ifPresent(all -> tolerances.put(pool, tolerance(key, all, pool)));
            }
        }
        return tolerances;
    }

    private static long tolerance(String key, String value, Pool pool) {
        return pool.unit() == Unit.BYTES
                ? amount(key, value)
                : wholeNumber(key, value, 0, Integer.MAX_VALUE, "a whole number, 0 or more");
    }

    private static long amount(String key, String value) {
        try {
            return ByteSize.parse(value).bytes();
        } catch (IllegalArgumentException refused) {
            throw refusal(key, value, "an amount such as \"512 KiB\", \"24 MiB\" or \"6 GB\"");
        }
    }

    private static long wholeNumber(String key, String value, long least, long most, String form) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException refused) {
            // the same as a number out of range
        }
        throw refusal(key, value, form);
    }

    private static IllegalArgumentException refusal(String key, String value, String accepted) {
        return new IllegalArgumentException(
                KnownKeys.setting(key) + " = \"" + value + "\" is not accepted; give " + accepted);
    }
}
