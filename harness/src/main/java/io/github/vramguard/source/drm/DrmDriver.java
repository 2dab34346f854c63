package io.github.vramguard.source.drm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A driver that tells how much memory each of its clients has, and in which regions that lies. */
enum DrmDriver {
    AMDGPU(Family.RESIDENT_FIRST, "vram", "gtt|cpu"),
    /** {@code total} is what a client allocated; {@code resident} falls when the system swaps. */
    I915(Family.TOTAL_FIRST, "(?:stolen-)?local\\d+", "(?:stolen-)?system\\d*"),
    XE(Family.TOTAL_FIRST, "vram\\d+", "system|gtt|stolen"),
    PANTHOR,
    PANFROST,
    /** The driver of the display, which the card is named after, is another module than that of the GPU. */
    MSM("msm_dpu", "msm_mdp", "msm-mdss", "adreno"),
    V3D,
    LIMA,
    AMDXDNA("amdxdna_accel_driver"),
    INTEL_VPU;

    private final List<String> families;
    private final Pattern deviceRegions;
    private final Optional<Pattern> hostRegions;
    private final List<String> aliases;

    DrmDriver(List<String> families, String deviceRegions, String hostRegions) {
        this.families = families;
        this.deviceRegions = Pattern.compile(deviceRegions);
        this.hostRegions = Optional.of(Pattern.compile(hostRegions));
        this.aliases = List.of();
    }

    /** A driver whose devices have no memory of their own, and a single region. */
    DrmDriver(String... aliases) {
        this.families = Family.RESIDENT_FIRST;
        this.deviceRegions = Pattern.compile("memory");
        this.hostRegions = Optional.empty();
        this.aliases = List.of(aliases);
    }

    /** The driver of a name, as {@code /sys} or a client has it; empty if it tells nothing about memory. */
    static Optional<DrmDriver> named(String name) {
        return Arrays.stream(values())
                .filter(driver -> driver.title().equals(name) || driver.aliases.contains(name))
                .findFirst();
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The keys to ask, the best first. */
    List<String> families() {
        return families;
    }

    Pattern deviceRegions() {
        return deviceRegions;
    }

    /** The regions in memory of the host, where the driver tells them apart. */
    Optional<Pattern> hostRegions() {
        return hostRegions;
    }

    /** The families of keys, the best first. */
    private static final class Family {
        static final List<String> RESIDENT_FIRST = List.of("resident", "memory", "total");
        static final List<String> TOTAL_FIRST = List.of("total", "resident", "memory");
    }
}
