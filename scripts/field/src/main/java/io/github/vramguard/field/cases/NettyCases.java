package io.github.vramguard.field.cases;

import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.concurrent.DefaultEventExecutor;
import java.util.concurrent.TimeUnit;

/** Netty's buffers and threads. */
public final class NettyCases {

    private static final int SIZE = 1 << 20;
    private static final ByteBufAllocator POOLED = PooledByteBufAllocator.DEFAULT;
    private static final ByteBufAllocator UNPOOLED = UnpooledByteBufAllocator.DEFAULT;
    private static final ByteBufAllocator ADAPTIVE = new AdaptiveByteBufAllocator();

    public void ok_pooledReleased() {
        filled(POOLED.directBuffer(SIZE)).release();
    }

    public void ok_heapPooledReleased() {
        filled(POOLED.heapBuffer(SIZE)).release();
    }

    public void ok_adaptiveReleased() {
        filled(ADAPTIVE.directBuffer(SIZE)).release();
    }

    public void ok_unpooledReleased() {
        filled(UNPOOLED.directBuffer(SIZE)).release();
    }

    public void ok_pooledInEndingThread() throws InterruptedException {
        Thread thread = new Thread(this::ok_pooledReleased);
        thread.start();
        thread.join();
    }

    public void leak_pooledNotReleased() {
        Kept.forever(filled(POOLED.directBuffer(SIZE)));
    }

    public void leak_smallPooledNotReleased() {
        Kept.forever(filled(POOLED.directBuffer(SIZE / 4)));
    }

    public void leak_retainedTooOften() {
        ByteBuf buffer = filled(POOLED.directBuffer(SIZE / 4));
        buffer.retain();
        Kept.forever(buffer).release();
    }

    public void leak_unpooledRetained() {
        Kept.forever(filled(UNPOOLED.directBuffer(SIZE / 4)));
    }

    public void ok_executorShutDown() throws Exception {
        DefaultEventExecutor executor = new DefaultEventExecutor();
        executor.submit(() -> 1).get();
        executor.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    }

    public void leak_executorNotShutDown() throws Exception {
        Kept.forever(new DefaultEventExecutor()).submit(() -> 1).get();
    }

    private static ByteBuf filled(ByteBuf buffer) {
        return buffer.setZero(0, buffer.capacity());
    }
}
