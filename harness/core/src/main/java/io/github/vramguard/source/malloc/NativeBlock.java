package io.github.vramguard.source.malloc;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** Memory from {@code malloc} that is written to, and freed when it is closed. Used by one thread at a time. */
public final class NativeBlock implements AutoCloseable {

    private long address;

    private NativeBlock(long address) {
        this.address = address;
    }

    /**
     * Allocates memory and writes to all of it, because unwritten memory is not backed yet.
     *
     * @param bytes how many, at least 1
     * @return the block
     * @throws IllegalArgumentException if the number is not positive
     * @throws OutOfMemoryError if {@code malloc} has none
     * @throws LinkageError if JNA does not run on this machine
     */
    public static NativeBlock of(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException(bytes + " bytes are no memory; give at least 1");
        }
        long address = Native.malloc(bytes);
        if (address == 0) {
            throw new OutOfMemoryError("malloc has no " + bytes + " bytes");
        }
        new Pointer(address).setMemory(0, bytes, (byte) 1);
        return new NativeBlock(address);
    }

    /** Frees the memory; a second call does nothing. */
    @Override
    public void close() {
        Native.free(address);
        address = 0;
    }
}
