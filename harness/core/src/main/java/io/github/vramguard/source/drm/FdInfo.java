package io.github.vramguard.source.drm;

import io.github.vramguard.source.linux.KernelSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of {@code /proc/<pid>/fdinfo}: the properties of one open file.
 *
 * @param values what follows the first colon of a line, by what precedes it; neither has blanks at its ends
 */
record FdInfo(Map<String, String> values) {

    private static final Pattern MEMORY = Pattern.compile("drm-(?:resident|memory|total)-(.+)");

    /** What a text says; a last line that does not end was cut off, and counts for nothing. */
    static FdInfo parse(String text) {
        Map<String, String> values = new HashMap<>();
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                values.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        });
        return new FdInfo(values);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    OptionalLong bytes(String key) {
        return text(key).map(KernelSize::parse).orElseGet(OptionalLong::empty);
    }

    /** The names of a kind of regions that this file has values for. */
    Set<String> regions(Pattern kind) {
        Set<String> regions = new TreeSet<>();
        for (String key : values.keySet()) {
            Matcher memory = MEMORY.matcher(key);
            if (memory.matches() && kind.matcher(memory.group(1)).matches()) {
                regions.add(memory.group(1));
            }
        }
        return regions;
    }

    /** The bytes of a region by the first of some families of keys, such as {@code resident}, that has a number for it. */
    OptionalLong region(String region, List<String> families) {
        return families.stream()
                .map(family -> bytes("drm-" + family + "-" + region))
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }
}
