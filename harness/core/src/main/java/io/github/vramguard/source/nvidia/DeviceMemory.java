package io.github.vramguard.source.nvidia;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads the memory of one device. The older function counts what the driver reserves for itself as used, and the newer does
 * not; a device is asked by the one that answered first, so that amounts of both are never compared.
 */
final class DeviceMemory {

    /** The name of both, but for the suffix of the newer. */
    static final String FUNCTION = "nvmlDeviceGetMemoryInfo";

    private final Library library;
    private List<Version> versions = List.of(Version.SECOND, Version.FIRST);

    DeviceMemory(Library library) {
        this.library = library;
    }

    /** Bytes of a device. */
    record Amounts(long total, long used) {

        OptionalLong capacity() {
            return total > 0 ? OptionalLong.of(total) : OptionalLong.empty();
        }
    }

    Amounts read(Pointer device) throws NvmlError {
        NvmlError refusal = NvmlError.of(Version.SECOND.function, ReturnCode.NOT_SUPPORTED.code());
        for (Version version : versions) {
            try {
                Amounts amounts = version.read(library, device);
                versions = List.of(version);
                return amounts;
            } catch (NvmlError e) {
                if (!e.asksForAnOlderFunction() && e.code() != ReturnCode.NOT_SUPPORTED) {
                    throw e;
                }
                refusal = e;
            }
        }
        throw refusal;
    }

    private enum Version {
        FIRST(FUNCTION, 24, 0, 16),
        SECOND(FUNCTION + "_v2", 40, 8, 32);

        private final String function;
        private final int size;
        private final int total;
        private final int used;

        Version(String function, int size, int total, int used) {
            this.function = function;
            this.size = size;
            this.total = total;
            this.used = used;
        }

        /** The second structure begins with its version and size; where the first has an amount, that does no harm. */
        private Amounts read(Library library, Pointer device) throws NvmlError {
            try (Memory answer = new Memory(size)) {
                answer.clear();
                answer.setInt(0, size | 2 << 24);
                library.call(function, device, answer);
                return new Amounts(answer.getLong(total), answer.getLong(used));
            }
        }
    }
}
