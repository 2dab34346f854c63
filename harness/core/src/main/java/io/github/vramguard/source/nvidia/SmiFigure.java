package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of memory as {@code nvidia-smi} prints it: MiB, or a few words where it has no number. */
final class SmiFigure {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,10})(?: MiB)?");

    private static final Map<String, Reason> WORDS = Map.of(
            "n/a", Reason.NOT_AVAILABLE,
            "unknown error", Reason.NOT_AVAILABLE,
            "not available in wddm driver model", Reason.NOT_AVAILABLE,
            "not supported", Reason.NOT_SUPPORTED,
            "insufficient permissions", Reason.NO_PERMISSION,
            "gpu is lost", Reason.GPU_LOST,
            "gpu requires reset", Reason.GPU_LOST);

    private SmiFigure() {}

    /**
     * Bytes, or a gap.
     *
     * @param of what the figure is that of
     */
    static Reading parse(String text, String of) {
        Matcher number = NUMBER.matcher(text.strip());
        if (number.matches()) {
            return new Bytes(Long.parseLong(number.group(1)) << 20);
        }
        return new Gap(reason(text), "nvidia-smi has no figure of " + of + ": " + text.strip());
    }

    /** Why there are words in place of what was asked. */
    static Reason reason(String words) {
        String bare = words.strip().replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
        return WORDS.getOrDefault(bare, Reason.UNPARSABLE);
    }
}
