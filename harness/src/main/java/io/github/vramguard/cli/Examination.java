package io.github.vramguard.cli;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.source.Sources;
import java.util.List;
import java.util.Map;

/**
 * What a doctor finds out without touching anything.
 *
 * @param target whose memory is to be measured
 * @param machine where that is
 * @param settings what differs from the defaults
 * @param pools what can be read, and what cannot
 * @param weaknesses what makes the readings coarser than they could be, with what would mend it
 */
record Examination(
        String target,
        Map<String, String> machine,
        Map<String, String> settings,
        List<PoolSurvey> pools,
        List<String> weaknesses) {

    static Examination of(
            MemoryTarget target, Sources sources, Map<String, String> machine, Map<String, String> settings) {
        return new Examination(
                target.toString(), machine, settings, PoolSurvey.of(sources.trials()), sources.weaknesses(target));
    }
}
