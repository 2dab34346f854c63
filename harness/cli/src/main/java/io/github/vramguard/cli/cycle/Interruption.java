package io.github.vramguard.cli.cycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Interrupts a thread when the user stops the process, and waits until that has put things in order. */
final class Interruption implements AutoCloseable {

    private final CountDownLatch done = new CountDownLatch(1);
    private static final Duration PATIENCE = Duration.ofMillis(2800);

    private final Thread hook;
    private volatile boolean requested;

    /**
     * Begins now.
     *
     * @param worker the thread to interrupt
     */
    Interruption(Thread worker) {
        this.hook = new Thread(() -> stop(worker), "vramguard-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isRequested() {
        return requested;
    }

    private void stop(Thread worker) {
        requested = true;
        worker.interrupt();
        try {
            if (!done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                System.getLogger(Interruption.class.getName())
                        .log(System.Logger.Level.WARNING, "stopped in the middle of a step");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException itRunsAlready) {
            Thread.currentThread().interrupt();
        }
    }
}
