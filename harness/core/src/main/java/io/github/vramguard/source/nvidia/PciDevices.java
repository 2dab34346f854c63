package io.github.vramguard.source.nvidia;

import io.github.vramguard.source.linux.SysDir;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The PCI devices of a machine, whether or not a driver is loaded for them.
 *
 * @param directory {@code /sys/bus/pci/devices}
 */
record PciDevices(SysDir directory) {

    /** The class of graphics cards and of accelerators without a display; boards of a vendor may have bridges of it, too. */
    private static final String DISPLAY = "0x03";

    static PciDevices in(Path sys) {
        return new PciDevices(new SysDir(sys).at("bus/pci/devices"));
    }

    /** The first graphics card of a vendor, if there is one. */
    Optional<Path> displayOf(String vendor) {
        return directory.children().stream()
                .filter(device -> begins(device, "vendor", vendor) && begins(device, "class", DISPLAY))
                .map(SysDir::path)
                .findFirst();
    }

    private static boolean begins(SysDir device, String file, String text) {
        return device.text(file).filter(content -> content.startsWith(text)).isPresent();
    }
}
