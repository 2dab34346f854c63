package io.github.vramguard.cli.series;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Pool.Unit;
import io.github.vramguard.verdict.Sensitivity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a series is of.
 *
 * @param name the name in files and options
 * @param unit what its levels count
 * @param sensitivity how they are judged
 */
public record Signal(String name, Unit unit, Sensitivity sensitivity) {

    private static final Map<String, Signal> ALL = new LinkedHashMap<>();

    static {
        add("vram", Unit.BYTES, Sensitivity.VRAM);
        add("vram-device", Unit.BYTES, Sensitivity.VRAM_DEVICE);
        add("native", Unit.BYTES, Sensitivity.NATIVE);
        add("native-raw", Unit.BYTES, Sensitivity.NATIVE_RAW);
        add("rss", Unit.BYTES, Sensitivity.RESIDENT);
        Pool.all().forEach(pool -> add(pool.name(), pool.unit(), Sensitivity.of(pool, Quality.EXACT)));
    }

    private static void add(String name, Unit unit, Sensitivity sensitivity) {
        ALL.putIfAbsent(name, new Signal(name, unit, sensitivity));
    }

    /**
     * The signal of a written name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Signal named(String name) {
        Signal signal = ALL.get(name);
        if (signal == null) {
            throw new IllegalArgumentException("\"" + name + "\" is not a signal; there are " + names());
        }
        return signal;
    }

    /** The signal of a pool as it was read. */
    public static Signal of(Pool pool, Quality quality) {
        boolean ofAll = pool.isAllocatedByDriver() && quality == Quality.MIXED;
        return named(ofAll ? "vram-device" : pool.name());
    }

    /** All names, those of the devices shortened. */
    static String names() {
        return ALL.keySet().stream()
                .filter(name -> !name.matches("gpu[1-9]\\d*(-host)?"))
                .map(name -> name.startsWith("gpu0") ? name + " to " + name.replace("0", "31") : name)
                .collect(Collectors.joining(", "));
    }

    /** Whether growth is more than is tolerated. */
    public boolean isLeak(double perCycle) {
        return perCycle > sensitivity.tolerance();
    }

    /** Growth a cycle as a number: whole bytes, or hundredths of a count. */
    public BigDecimal rounded(double perCycle) {
        return BigDecimal.valueOf(perCycle).setScale(unit == Unit.BYTES ? 0 : 2, RoundingMode.HALF_UP);
    }

    /** Growth a cycle for a person to read. */
    public String format(double perCycle) {
        BigDecimal amount = rounded(perCycle);
        return unit == Unit.BYTES ? new ByteSize(amount.longValue()).toString() : amount.toPlainString();
    }
}
