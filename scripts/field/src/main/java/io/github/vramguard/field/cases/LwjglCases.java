package io.github.vramguard.field.cases;

import io.github.vramguard.field.Needs;
import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** LWJGL, whose allocator is malloc here. */
@Needs(options = "-Dorg.lwjgl.system.allocator=system")
public final class LwjglCases {

    public void ok_freed() {
        MemoryUtil.memFree(filled(MemoryUtil.memAlloc(1 << 20)));
    }

    public void leak_notFreed() {
        filled(MemoryUtil.memAlloc(300_000));
    }

    public void leak_mebibyteNotFreed() {
        filled(MemoryUtil.memAlloc(1 << 20));
    }

    public void leak_tenMebibytesNotFreed() {
        filled(MemoryUtil.memAlloc(10 << 20));
    }

    public void leak_untouchedNotFreed() {
        MemoryUtil.memCalloc(4 << 20);
    }

    public void leak_alignedNotFreed() {
        filled(MemoryUtil.memAlignedAlloc(4096, 1 << 20));
    }

    public void ok_stack() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            stack.malloc(1000);
        }
    }

    public void ok_stackInEndingThread() throws InterruptedException {
        Thread thread = new Thread(this::ok_stack);
        thread.start();
        thread.join();
    }

    static ByteBuffer filled(ByteBuffer buffer) {
        MemoryUtil.memSet(buffer, 1);
        return buffer;
    }
}
