package io.github.vramguard.source.drm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A driver that reports how much memory each of its clients has, by region. */
enum DrmDriver {
    AMDGPU("amdgpu", "vram", "gtt|cpu"),
    I915("i915", "(?:stolen-)?local\\d+", "(?:stolen-)?system\\d*"),
    XE("xe", "vram\\d+", "system|gtt|stolen"),
    PANTHOR("panthor"),
    PANFROST("panfrost"),
    /** The card may be named after the driver of the display, which is another module than that of the GPU. */
    MSM("msm|msm[_-](dpu|mdp|mdss)|adreno"),
    V3D("v3d"),
    LIMA("lima"),
    AMDXDNA("amdxdna|amdxdna_accel_driver"),
    INTEL_VPU("intel_vpu");

    private final Pattern names;
    private final Pattern deviceRegions;
    private final Optional<Pattern> hostRegions;

    DrmDriver(String names, String deviceRegions, String hostRegions) {
        this.names = Pattern.compile(names);
        this.deviceRegions = Pattern.compile(deviceRegions);
        this.hostRegions = Optional.of(Pattern.compile(hostRegions));
    }

    /** A driver whose devices have no memory of their own, and a single region. */
    DrmDriver(String names) {
        this.names = Pattern.compile(names);
        this.deviceRegions = Pattern.compile("memory");
        this.hostRegions = Optional.empty();
    }

    /** The driver of a name, as {@code /sys} or a client has it; empty if it does not report memory. */
    static Optional<DrmDriver> named(String name) {
        return Arrays.stream(values())
                .filter(driver -> driver.names.matcher(name).matches())
                .findFirst();
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The keys to ask, the best first. For drivers of Intel, what a client allocated is the total. */
    List<String> families() {
        return this == I915 || this == XE
                ? List.of("total", "resident", "memory")
                : List.of("resident", "memory", "total");
    }

    Pattern deviceRegions() {
        return deviceRegions;
    }

    /** The regions in memory of the host, if the driver distinguishes them. */
    Optional<Pattern> hostRegions() {
        return hostRegions;
    }
}
