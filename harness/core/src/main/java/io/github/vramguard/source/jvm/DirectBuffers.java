package io.github.vramguard.source.jvm;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/** The memory of NIO direct buffers, all of which the JVM takes with {@code malloc}. */
public final class DirectBuffers {

    private DirectBuffers() {}

    /** Bytes in use; empty if this JVM does not count them. */
    public static OptionalLong used() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .findFirst();
    }

    /** Bytes at which no more can be had: {@code -XX:MaxDirectMemorySize}, or else the limit of the heap. */
    static long max() {
        return VmOptions.value("MaxDirectMemorySize")
                .map(Long::parseLong)
                .filter(bytes -> bytes > 0)
                .orElse(Runtime.getRuntime().maxMemory());
    }
}
