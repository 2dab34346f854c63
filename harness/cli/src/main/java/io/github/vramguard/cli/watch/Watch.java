package io.github.vramguard.cli.watch;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads, shows, waits, and reads again. */
final class Watch {

    private final Watchlist list;
    private final Pace pace;
    private final List<View> views;

    Watch(Watchlist list, Pace pace, List<View> views) {
        this.list = list;
        this.pace = pace;
        this.views = List.copyOf(views);
    }

    /**
     * Watches until there are enough readings, all processes have ended, or the pace ends.
     *
     * @param count how many readings are enough
     * @param endless whether to continue without any process
     */
    void run(long count, boolean endless) throws IOException {
        long readings = 0;
        boolean wanted = true;
        while (wanted && readings < count) {
            Optional<Instant> due = pace.next();
            if (due.isPresent()) {
                read(due.get());
                readings++;
            }
            wanted = due.isPresent() && (endless || !list.running().isEmpty());
        }
        end(summary(readings, !endless && readings > 0 && list.running().isEmpty()));
    }

    private void read(Instant at) throws IOException {
        list.read(at);
        for (View view : views) {
            view.show(at, list);
        }
    }

    private void end(String summary) throws IOException {
        for (View view : views) {
            view.end(summary);
        }
    }

    private static String summary(long readings, boolean allHaveEnded) {
        return readings
                + (readings == 1 ? " reading" : " readings")
                + (allHaveEnded ? "; all watched processes have ended" : "");
    }
}
