package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ParallelTests {

    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final AtomicInteger PLAIN = new AtomicInteger();
    private static final AtomicInteger MEASURED = new AtomicInteger();
    private static final Set<String> MET = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void reset() {
        MET.clear();
    }

    /** That plain tests meet each other proves that tests do run side by side here. */
    @Test
    void aMeasuredTestRunsAlone() {
        Ran ran = Kit.measuring("heap")
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .run(PlainTestCases.class, MeasuredTestCases.class, MeasuredMethodTestCases.class);

        assertThat(ran.failures()).isEmpty();
        assertThat(MET).containsExactly("plain meets plain");
    }

    private static void plain() throws InterruptedException {
        run("plain", PLAIN, 10);
    }

    private static void measured() throws InterruptedException {
        run("measured", MEASURED, 50);
    }

    /** Takes a while, so that others have the time to come in. */
    private static void run(String name, AtomicInteger running, int millis) throws InterruptedException {
        running.incrementAndGet();
        NEVER.await(millis, TimeUnit.MILLISECONDS);
        meets(name, "plain", PLAIN, running);
        meets(name, "measured", MEASURED, running);
        running.decrementAndGet();
    }

    private static void meets(String name, String other, AtomicInteger others, AtomicInteger own) {
        if (others.get() > (others == own ? 1 : 0)) {
            MET.add(name + " meets " + other);
        }
    }

    static class PlainTestCases {

        @RepeatedTest(40)
        void plain() throws InterruptedException {
            ParallelTests.plain();
        }
    }

    @NoLeak
    static class MeasuredTestCases {

        @Test
        void one() throws InterruptedException {
            measured();
        }

        @Test
        void two() throws InterruptedException {
            measured();
        }

        @RepeatedTest(3)
        void three() throws InterruptedException {
            measured();
        }
    }

    static class MeasuredMethodTestCases {

        @Test
        @NoLeak
        void one() throws InterruptedException {
            measured();
        }

        @RepeatedTest(40)
        void plain() throws InterruptedException {
            ParallelTests.plain();
        }
    }
}
