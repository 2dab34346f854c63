package io.github.vramguard.source.drm;

import io.github.vramguard.source.linux.SysDir;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A node of the topology of KFD.
 *
 * @param gpuId the number of its GPU
 * @param address the PCI address of its GPU; empty if it has none
 * @param hasProcessors whether it has a GPU and processors, too
 */
record KfdNode(String gpuId, String address, boolean hasProcessors) {

    static KfdNode read(SysDir node) {
        String properties = node.text("properties").orElse("");
        String gpuId = node.text("gpu_id").orElse("0");
        boolean apu = property(properties, "cpu_cores_count") > 0 && property(properties, "simd_count") > 0;
        return new KfdNode(gpuId, gpuId.equals("0") ? "" : address(properties), apu);
    }

    private static String address(String properties) {
        long location = property(properties, "location_id");
        return String.format(
                Locale.ROOT,
                "%04x:%02x:%02x.%d",
                property(properties, "domain"),
                (location >> 8) & 0xff,
                (location >> 3) & 0x1f,
                location & 7);
    }

    private static long property(String properties, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + " (\\d{1,18})$").matcher(properties);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }
}
