package io.github.vramguard.source.drm;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * One client of a driver: an open file of a device, however many descriptors and processes share it.
 *
 * @param gpu the id of the GPU
 * @param id what the driver numbers it by; empty where it does not number its clients
 * @param driver the driver
 * @param info what the driver reports
 */
record Client(String gpu, String id, DrmDriver driver, FdInfo info) {

    /**
     * Memory of the device.
     *
     * @param unified whether the device has memory of the host for its own
     */
    Reading device(boolean unified) {
        Set<String> regions = new TreeSet<>(info.regions(driver.deviceRegions()));
        boolean integrated = regions.isEmpty() && driver != DrmDriver.AMDGPU;
        if ((unified && !regions.isEmpty()) || integrated) {
            regions.addAll(hostRegions());
        }
        return sum(regions);
    }

    /** Memory of the host that the device works with. */
    Reading host() {
        return sum(hostRegions());
    }

    /** Returns the memory that was evicted from the device. */
    long evicted() {
        return info.bytes("amd-evicted-vram").orElse(0);
    }

    private Set<String> hostRegions() {
        return driver.hostRegions().map(info::regions).orElseGet(Set::of);
    }

    private Reading sum(Set<String> regions) {
        if (regions.isEmpty() || id.isEmpty()) {
            return new Gap(Reason.NOT_SUPPORTED, unreported());
        }
        long sum = 0;
        for (String region : regions) {
            OptionalLong bytes = info.region(region, driver.families());
            if (bytes.isEmpty()) {
                return new Gap(Reason.UNPARSABLE, driver.title() + " reports no number for its region " + region);
            }
            sum += bytes.getAsLong();
        }
        return new Bytes(sum);
    }

    private String unreported() {
        return driver.title() + " of Linux " + System.getProperty("os.version")
                + " does not report what each client holds; a newer Linux does (amdgpu from 5.19)";
    }
}
