package io.github.vramguard.source.drm;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.linux.SysDir;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A GPU of {@code /sys/class/drm}.
 *
 * @param id its PCI address, or the name of its driver where it is not on a PCI bus
 * @param driver its driver
 * @param device its directory
 * @param unified whether it is an APU of AMD, which has memory of the host for its own
 */
record Card(String id, DrmDriver driver, SysDir device, boolean unified) {

    /** An allocation may exceed the capacity by what the driver reserves of it. */
    private static final double SLACK = 1.01;

    private static final Map<String, String> VENDORS = Map.of("1002", "AMD", "1022", "AMD", "8086", "Intel");

    Gpu gpu() {
        return new Gpu(id, name(), capacity());
    }

    private String name() {
        return device.text("product_name").filter(name -> !name.isBlank()).orElseGet(this::nameById);
    }

    private String nameById() {
        Optional<String> vendor = hexadecimal("vendor");
        Optional<String> model = hexadecimal("device");
        return vendor.isPresent() && model.isPresent()
                ? VENDORS.getOrDefault(vendor.get(), "PCI") + " GPU " + vendor.get() + ":" + model.get()
                : driver.title() + " GPU";
    }

    private Optional<String> hexadecimal(String file) {
        return device.text(file).filter(id -> id.matches("0x\\p{XDigit}{4}")).map(id -> id.substring(2));
    }

    private OptionalLong capacity() {
        return amount("total");
    }

    /** What is in use of it, whoever uses it. */
    Reading used() {
        OptionalLong used = amount("used");
        return used.isPresent()
                ? plausible(new Bytes(used.getAsLong()))
                : new Gap(
                        Reason.NOT_SUPPORTED,
                        driver.title()
                                + " does not report the memory in use of the whole device; measure processes, or a"
                                + " cgroup with the dmem controller (Linux 6.14 or newer, amdgpu and xe)");
    }

    private OptionalLong amount(String suffix) {
        OptionalLong own = device.number("mem_info_vram_" + suffix);
        if (!unified || own.isEmpty()) {
            return own;
        }
        OptionalLong shared = device.number("mem_info_gtt_" + suffix);
        return shared.isPresent() ? OptionalLong.of(own.getAsLong() + shared.getAsLong()) : shared;
    }

    /** The reading, or a gap if it is more than the device has. */
    Reading plausible(Reading reading) {
        long amount = reading.amount().orElse(0);
        boolean credible = amount == 0 || amount <= capacity().orElse(Long.MAX_VALUE) * SLACK;
        return credible
                ? reading
                : new Gap(Reason.ABI_MISMATCH, driver.title() + " reported more than the memory of " + gpu());
    }
}
