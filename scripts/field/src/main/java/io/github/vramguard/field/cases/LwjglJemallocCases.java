package io.github.vramguard.field.cases;

import io.github.vramguard.field.Needs;
import org.lwjgl.system.MemoryUtil;

/**
 * LWJGL with the jemalloc that it brings along. It was built without statistics, so that only resident memory shows what is not
 * freed, and a verdict says that it does not know what jemalloc holds.
 */
@Needs(options = "-Dorg.lwjgl.system.allocator=jemalloc")
public final class LwjglJemallocCases {

    public void ok_freed() {
        MemoryUtil.memFree(LwjglCases.filled(MemoryUtil.memAlloc(1 << 20)));
    }

    public void leak_tenMebibytesNotFreed() {
        LwjglCases.filled(MemoryUtil.memAlloc(10 << 20));
    }

    public void leak_alignedNotFreed() {
        LwjglCases.filled(MemoryUtil.memAlignedAlloc(4096, 5 << 20));
    }

    public void limit_mebibyteNotFreed() {
        LwjglCases.filled(MemoryUtil.memAlloc(1 << 20));
    }

    public void limit_untouchedNotFreed() {
        MemoryUtil.memCalloc(4 << 20);
    }
}
