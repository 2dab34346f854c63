package io.github.vramguard.cli.doctor;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.Sources;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The result of an examination, which changes nothing.
 *
 * @param target the target whose memory is measured
 * @param machine where that is
 * @param settings what differs from the defaults
 * @param pools what can be read, and what cannot
 * @param limitations what makes the readings coarser than they could be, and how to improve them
 */
record Examination(
        String target,
        Map<String, String> machine,
        Map<String, String> settings,
        List<PoolSurvey> pools,
        List<String> limitations) {

    static Examination of(
            MemoryTarget target, Sources sources, Map<String, String> machine, Map<String, String> settings) {
        return new Examination(
                target.toString(), machine, settings, PoolSurvey.of(sources.trials()), limitations(sources, target));
    }

    /** Where peaks are not recorded, the source says what would record them. */
    private static List<String> limitations(Sources sources, MemoryTarget target) {
        Stream<String> unrecorded = sources.peak(target).values().stream()
                .filter(Reading.Gap.class::isInstance)
                .map(Reading::toString);
        return Stream.concat(sources.weaknesses(target).stream(), unrecorded)
                .distinct()
                .toList();
    }
}
