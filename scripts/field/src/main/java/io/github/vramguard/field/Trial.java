package io.github.vramguard.field;

import java.util.ArrayList;
import java.util.List;

/** One test of one case in a JVM of its own. */
record Trial(Case measured, Mode mode, int jdk, Flags flags, Collector collector, int repetition) {

    /** All combinations, on a JDK that has what the case needs. */
    static List<Trial> all(
            Case measured,
            List<Mode> modes,
            List<Integer> jdks,
            List<Flags> flags,
            List<Collector> collectors,
            int repetition) {
        List<Trial> all = new ArrayList<>();
        for (int jdk : jdks) {
            for (Flags set : flags) {
                for (Collector collector : collectors) {
                    modes.forEach(mode -> all.add(new Trial(
                            measured, mode, Math.max(jdk, measured.oldestJdk()), set, collector, repetition)));
                }
            }
        }
        return all.stream().distinct().toList();
    }

    List<String> columns() {
        return List.of(
                measured.name(),
                mode.name(),
                String.valueOf(jdk),
                flags.name(),
                collector.name(),
                String.valueOf(repetition));
    }

    @Override
    public String toString() {
        return String.join(" ", columns());
    }
}
