package io.github.vramguard.source.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The memory of the machine, from {@code /proc/meminfo}. */
public final class MemInfo {

    private final ProcFields fields;

    private MemInfo(ProcFields fields) {
        this.fields = fields;
    }

    /**
     * Reads the file.
     *
     * @param proc where {@code /proc} is
     */
    public static MemInfo read(Path proc) throws IOException {
        return new MemInfo(ProcFields.read(proc.resolve("meminfo")));
    }

    /** Returns the bytes that the machine has. */
    public OptionalLong total() {
        return fields.bytes("MemTotal");
    }

    /** Returns the bytes that processes can get without swapping. */
    OptionalLong available() {
        return fields.bytes("MemAvailable");
    }
}
