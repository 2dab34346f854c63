package io.github.vramguard.source.linux;

import io.github.vramguard.memory.Use;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The libraries that processes were ever seen to have mapped, and the files that a JVM opens once. A library that is unloaded and
 * loaded again, or unpacked once more under another name, is not used for the first time.
 *
 * <p>A level refers to the same objects as the one before it, because what it retains shows in the measurement.
 */
final class KnownUses {

    private static final Pattern NUMBER =
            Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|\\d{4,}");
    private static final String DELETED = " (deleted)";
    private static final Pattern OPENED_ONCE = Pattern.compile(".*\\.jar|/dev/u?random");

    private final Map<Path, Map<String, Use>> seen = new HashMap<>();

    /** Returns what a process has used; nothing if this user may not look into it. */
    List<Use> of(Path process) {
        Map<String, Use> uses = seen.computeIfAbsent(process, any -> new TreeMap<>());
        try {
            libraries(process).forEach((name, mapped) -> uses.putIfAbsent(name, Use.library(name, mapped)));
            for (String file : new Descriptors(process).targets().values()) {
                if (OPENED_ONCE.matcher(file).matches()) {
                    uses.putIfAbsent(file, Use.file(file.substring(file.lastIndexOf('/') + 1)));
                }
            }
        } catch (IOException unseen) {
            return List.of();
        }
        return List.copyOf(uses.values());
    }

    /** By name, the bytes of all mappings of a file with code in it. */
    private static Map<String, Long> libraries(Path process) throws IOException {
        Map<String, Long> mapped = new HashMap<>();
        Map<String, Boolean> hasCode = new HashMap<>();
        for (Mapping mapping : Mapping.of(process)) {
            if (mapping.file().startsWith("/")) {
                String name = nameOf(mapping.fileName());
                mapped.merge(name, mapping.to() - mapping.from(), Long::sum);
                hasCode.merge(name, mapping.isCode(), Boolean::logicalOr);
            }
        }
        mapped.keySet().removeIf(name -> !hasCode.getOrDefault(name, false));
        return mapped;
    }

    /** Without the number that a library gets when it is unpacked. */
    private static String nameOf(String file) {
        String bare = file.endsWith(DELETED) ? file.substring(0, file.length() - DELETED.length()) : file;
        return NUMBER.matcher(bare).replaceAll("#");
    }
}
