package io.github.vramguard.source.nvidia;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that are mapped into this process. */
final class Mappings {

    private static final Path MAPS = Path.of("/proc/self/maps");

    private Mappings() {}

    /** The file that the code at an address came from. */
    static Optional<String> fileAt(Pointer code) {
        long address = Pointer.nativeValue(code);
        try (Stream<String> lines = Files.lines(MAPS)) {
            return lines.filter(line -> line.contains("/"))
                    .filter(line -> contains(line.substring(0, line.indexOf(' ')), address))
                    .map(line -> line.substring(line.indexOf('/')))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean contains(String range, long address) {
        int dash = range.indexOf('-');
        return Long.compareUnsigned(Long.parseUnsignedLong(range.substring(0, dash), 16), address) <= 0
                && Long.compareUnsigned(address, Long.parseUnsignedLong(range.substring(dash + 1), 16)) < 0;
    }
}
