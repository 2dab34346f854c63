package io.github.vramguard.testcontainers;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Lists containers at most once in 250 ms, but each time while one is being created: one that has just started must not be
 * missed.
 */
final class RecentListing {

    static final Duration FRESH = Duration.ofMillis(250);

    /** For so long after a container was about to be created it is waited for; then its creation must have failed. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Set<String> RUNNING = Set.of("running", "paused");
    private static final String NOT_YET_STARTED = "created";

    private final Question question;
    private final LongSupplier nanoTime;

    private List<Listed> last = List.of();
    private long freshUntil;
    private int noticed;
    private long noticedAt;
    private int awaited;

    RecentListing(Question question, LongSupplier nanoTime) {
        this.question = question;
        this.nanoTime = nanoTime;
    }

    /** Lists all containers that were created and not removed. */
    @FunctionalInterface
    interface Question {
        List<Listed> ask() throws IOException;
    }

    /** A container and its state, as Docker names it. */
    record Listed(String id, String state) {}

    /**
     * Returns the containers that run.
     *
     * @param creations how many creations have begun
     */
    synchronized Set<String> running(int creations) throws IOException {
        long now = nanoTime.getAsLong();
        if (creations > noticed || now - freshUntil >= 0) {
            update(creations, now);
        }
        return last.stream()
                .filter(container -> RUNNING.contains(container.state()))
                .map(Listed::id)
                .collect(toUnmodifiableSet());
    }

    private void update(int creations, long now) throws IOException {
        if (creations > noticed) {
            awaited += creations - noticed;
            noticed = creations;
            noticedAt = now;
        }
        freshUntil = now;
        List<Listed> listed = question.ask();
        int arrived = countNew(listed);
        last = listed;
        awaited = now - noticedAt < PATIENCE.toNanos() ? Math.max(0, awaited - arrived) : 0;
        if (!isOneOnItsWay()) {
            freshUntil = now + FRESH.toNanos();
        }
    }

    private int countNew(List<Listed> listed) {
        Set<String> known = last.stream().map(Listed::id).collect(toUnmodifiableSet());
        return (int) listed.stream()
                .filter(container -> !known.contains(container.id()))
                .count();
    }

    private boolean isOneOnItsWay() {
        return awaited > 0
                || last.stream().anyMatch(container -> container.state().equals(NOT_YET_STARTED));
    }
}
