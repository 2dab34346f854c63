package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A driver that answers before a deadline or not at all: calls to a driver can hang as long as the device hangs. All
 * calls are made on one thread; while one hangs, further ones are not made.
 */
public final class TimedDriver extends DelegatingDriver {

    private final Duration deadline;
    private final ExecutorService calls;
    private @Nullable Future<?> late;
    private List<Gpu> listed = List.of();

    private TimedDriver(GpuDriver driver, Duration deadline) {
        super(driver);
        this.deadline = deadline;
        this.calls = oneThread("vramguard-" + driver.name());
    }

    /** The thread ends by itself when it has had nothing to do, so that it needs no closing. */
    private static ExecutorService oneThread(String name) {
        return new ThreadPoolExecutor(0, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Returns the same driver with a deadline.
     *
     * @param deadline the longest time to wait for one answer
     * @param driver the driver
     * @return the driver
     */
    public static GpuDriver within(Duration deadline, GpuDriver driver) {
        return new TimedDriver(driver, deadline);
    }

    @Override
    public List<Gpu> gpus() throws Refusal {
        try {
            listed = call(super::gpus);
            return listed;
        } catch (TimeoutException e) {
            throw new Refusal(Reason.TIMED_OUT, silence().detail());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public Map<String, Allocations> allocations(Set<Long> pids) {
        return answer(() -> super.allocations(pids), Allocations::unreadable);
    }

    @Override
    public Map<String, Reading> used() {
        return answer(super::used, gap -> gap);
    }

    @Override
    public Map<String, ProcessAccounting> peaks(Set<Long> pids) {
        return answer(() -> super.peaks(pids), ProcessAccounting::unreadable);
    }

    private <T> Map<String, T> answer(Callable<Map<String, T>> question, Function<Gap, ? extends T> otherwise) {
        try {
            return call(question);
        } catch (TimeoutException e) {
            Map<String, T> gaps = new HashMap<>();
            listed.forEach(gpu -> gaps.put(gpu.id(), otherwise.apply(silence())));
            return gaps;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Gap silence() {
        return new Gap(
                Reason.TIMED_OUT,
                title() + " did not answer within " + deadline.toMillis() / 1000.0
                        + " s; check nvidia-smi and the kernel log for a device that hangs");
    }

    private synchronized <T> T call(Callable<T> question) throws TimeoutException, ExecutionException {
        if (late != null && !late.isDone()) {
            throw new TimeoutException();
        }
        Future<T> answer = calls.submit(question);
        try {
            return answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            late = answer;
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            late = answer;
            throw new TimeoutException();
        }
    }
}
