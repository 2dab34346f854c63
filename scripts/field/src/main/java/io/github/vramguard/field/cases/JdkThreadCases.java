package io.github.vramguard.field.cases;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads, and what hangs on them. */
public final class JdkThreadCases {

    private static final ThreadLocal<byte[]> BUFFER = ThreadLocal.withInitial(() -> new byte[200 << 10]);
    private static final ExecutorService CACHED = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });

    public void ok_poolShutDown() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        pool.submit(() -> BUFFER.get()[0]++).get();
        pool.shutdown();
    }

    public void ok_commonPool() throws Exception {
        CompletableFuture.supplyAsync(() -> new byte[1000].length).get();
    }

    public void ok_sharedCachedPool() throws Exception {
        CACHED.submit(() -> 1).get();
    }

    public void ok_timerCancelled() {
        timer().cancel();
    }

    public void leak_timer() {
        Kept.forever(timer());
    }

    public void leak_poolNotShutDown() throws Exception {
        Kept.forever(Executors.newFixedThreadPool(1))
                .submit(() -> BUFFER.get()[0]++)
                .get();
    }

    private static Timer timer() {
        Timer timer = new Timer(true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {}
                },
                3_600_000);
        return timer;
    }
}
