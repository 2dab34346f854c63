package io.github.vramguard.source.gpu;

import java.time.Duration;
import java.util.HashMap;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Whether devices hold still before anything is measured on them: if they do not, others are at work there. */
final class Idleness {

    /** Two granules of the allocator of a driver: what one process that starts or ends takes at least. */
    private static final long MOST_STIR = 4L << 20;

    private static final int READINGS = 5;
    private static final Duration APART = Duration.ofMillis(20);

    private Idleness() {}

    /** The bytes in use on each device that holds still, by its id. */
    static Map<String, Long> of(GpuDriver driver) {
        Map<String, LongSummaryStatistics> seen = new HashMap<>();
        for (int reading = 0; reading < READINGS; reading++) {
            LockSupport.parkNanos(reading == 0 ? 0 : APART.toNanos());
            driver.used().forEach((id, used) -> used.amount()
                    .ifPresent(amount -> seen.computeIfAbsent(id, device -> new LongSummaryStatistics())
                            .accept(amount)));
        }
        Map<String, Long> idle = new HashMap<>();
        seen.forEach((id, amounts) -> {
            if (amounts.getMax() - amounts.getMin() < MOST_STIR) {
                idle.put(id, amounts.getMax());
            }
        });
        return idle;
    }
}
