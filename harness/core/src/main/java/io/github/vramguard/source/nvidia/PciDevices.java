package io.github.vramguard.source.nvidia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The PCI devices of a machine, whether or not a driver is loaded for them.
 *
 * @param directory {@code /sys/bus/pci/devices}
 */
record PciDevices(Path directory) {

    /** The class of graphics cards and of accelerators without a display; boards of a vendor may have bridges of it, too. */
    private static final String DISPLAY = "0x03";

    static PciDevices in(Path sys) {
        return new PciDevices(sys.resolve("bus/pci/devices"));
    }

    /** The first graphics card of a vendor, if there is one. */
    Optional<Path> displayOf(String vendor) {
        try (Stream<Path> devices = Files.list(directory)) {
            return devices.sorted()
                    .filter(device -> begins(device, "vendor", vendor) && begins(device, "class", DISPLAY))
                    .findFirst();
        } catch (IOException | UncheckedIOException noPci) {
            return Optional.empty();
        }
    }

    private static boolean begins(Path device, String file, String text) {
        try {
            return Files.readString(device.resolve(file)).startsWith(text);
        } catch (IOException unknown) {
            return false;
        }
    }
}
