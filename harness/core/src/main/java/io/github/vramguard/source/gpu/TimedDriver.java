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

    private static final System.Logger LOGGER = System.getLogger(GpuDriver.class.getName());

    /** After which a wait is announced. */
    private static final Duration LONG = Duration.ofSeconds(2);

    private final Duration start;
    private final Duration deadline;
    private final ExecutorService calls;
    private @Nullable Future<?> late;
    private List<Gpu> listed = List.of();

    private TimedDriver(GpuDriver driver, Duration start, Duration deadline) {
        super(driver);
        this.start = start;
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
        return within(deadline, deadline, driver);
    }

    /**
     * Returns the same driver with deadlines.
     *
     * @param start the longest time to wait for the list of GPUs, for which a driver may have to start each of them
     * @param deadline the longest time to wait for any other answer
     * @param driver the driver
     * @return the driver
     */
    public static TimedDriver within(Duration start, Duration deadline, GpuDriver driver) {
        return new TimedDriver(driver, start, deadline);
    }

    /** Returns whether the driver has answered since a wait for it was given up, so that it can be asked again. */
    public synchronized boolean hasAnsweredLate() {
        return late != null && late.isDone();
    }

    @Override
    public List<Gpu> gpus() throws Refusal {
        try {
            listed = call(super::gpus, start);
            return listed;
        } catch (TimeoutException e) {
            throw new Refusal(Reason.TIMED_OUT, silence(start).detail());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal(Reason.NOT_SUPPORTED, failure(e).detail());
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
            return call(question, deadline);
        } catch (TimeoutException e) {
            return each(otherwise.apply(silence(deadline)));
        } catch (ExecutionException e) {
            return each(otherwise.apply(failure(e)));
        }
    }

    private <T> Map<String, T> each(T answer) {
        Map<String, T> answers = new HashMap<>();
        listed.forEach(gpu -> answers.put(gpu.id(), answer));
        return answers;
    }

    private Gap failure(ExecutionException thrown) {
        return new Gap(Reason.NOT_SUPPORTED, title() + " cannot be asked: " + thrown.getCause());
    }

    private Gap silence(Duration waited) {
        return new Gap(
                Reason.TIMED_OUT,
                title() + " did not answer within " + waited.toMillis() / 1000.0
                        + " s; check nvidia-smi and the kernel log for a device that hangs");
    }

    private synchronized <T> T call(Callable<T> question, Duration most) throws TimeoutException, ExecutionException {
        if (late != null && !late.isDone()) {
            throw new TimeoutException();
        }
        late = null;
        Future<T> answer = calls.submit(question);
        try {
            return await(answer, most);
        } catch (TimeoutException e) {
            late = answer;
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            late = answer;
            throw new TimeoutException();
        }
    }

    private <T> T await(Future<T> answer, Duration most)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (most.compareTo(LONG) > 0) {
            try {
                return answer.get(LONG.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                LOGGER.log(
                        System.Logger.Level.INFO,
                        "waiting for an answer of {0}, for up to {1} s; with several GPUs, a start without persistence"
                                + " mode takes up to 30 s (nvidia-smi -pm 1)",
                        title(),
                        most.toSeconds());
                return answer.get(most.minus(LONG).toNanos(), TimeUnit.NANOSECONDS);
            }
        }
        return answer.get(most.toNanos(), TimeUnit.NANOSECONDS);
    }
}
