package io.github.vramguard.gpucheck;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.gpu.Allocations;
import io.github.vramguard.source.gpu.GpuDriver;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A machine with GPUs, and a program that takes memory of the first one.
 *
 * @param driver is asked about all GPUs
 * @param allocator the program, with its arguments
 * @param patience how long to wait for anything
 */
record Bench(GpuDriver driver, List<String> allocator, Duration patience) {

    static final long MIB = 1L << 20;

    /** What a driver hands out at least. */
    static final long GRANULE = 2 * MIB;

    /** A process, which takes nothing yet. */
    Holder holder() throws IOException {
        return Holder.start(allocator, patience);
    }

    /** A process with a context, and nothing else. */
    Holder holderWithContext() throws IOException {
        return holder().context();
    }

    /** What is in use of all GPUs together. */
    long used() throws Unreadable {
        long sum = 0;
        for (Reading reading : driver.used().values()) {
            sum += Unreadable.bytes(reading);
        }
        return sum;
    }

    /** The processes that a driver lists on any GPU, asked on behalf of one of them. */
    Set<Long> listed(long pid) throws Unreadable {
        Set<Long> pids = new HashSet<>();
        for (Allocations booked : driver.allocations(Set.of(pid)).values()) {
            Unreadable.bytes(booked.device().of(Set.of(pid)));
            pids.addAll(booked.device().entries().keySet());
        }
        return pids;
    }

    /** What a process holds of all GPUs together, by a driver. */
    static long held(GpuDriver driver, long pid) throws Unreadable {
        long sum = 0;
        for (Allocations booked : driver.allocations(Set.of(pid)).values()) {
            sum += Unreadable.bytes(booked.device().of(Set.of(pid)));
        }
        return sum;
    }
}
