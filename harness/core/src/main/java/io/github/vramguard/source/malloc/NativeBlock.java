package io.github.vramguard.source.malloc;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** Memory taken with {@code malloc} and written to, which stays taken until it is closed. Used by one thread at a time. */
public final class NativeBlock implements AutoCloseable {

    private long address;

    private NativeBlock(long address) {
        this.address = address;
    }

    /**
     * Take memory, and write to all of it, because what nobody wrote to is no memory yet.
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

    /** Gives the memory back; a second time does nothing. */
    @Override
    public void close() {
        Native.free(address);
        address = 0;
    }
}
