package io.github.vramguard.source.drm;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a process has open of GPUs.
 *
 * @param clients its clients
 * @param kfd whether it computes through KFD, the interface of ROCm
 * @param obstacle why that is unknown
 */
record Opened(List<Client> clients, boolean kfd, Optional<Gap> obstacle) {

    static final Opened NOTHING = new Opened(List.of(), false, Optional.empty());

    static Opened hidden(Gap obstacle) {
        return new Opened(List.of(), false, Optional.of(obstacle));
    }

    /** Leaves each client to the lowest of the processes that have it open. */
    static SortedMap<Long, Opened> once(Map<Long, Opened> processes) {
        Set<List<String>> seen = new HashSet<>();
        SortedMap<Long, Opened> once = new TreeMap<>(processes);
        once.replaceAll((pid, opened) -> opened.without(seen));
        return once;
    }

    private Opened without(Set<List<String>> seen) {
        List<Client> news = clients.stream()
                .filter(client -> client.id().isEmpty() || seen.add(List.of(client.gpu(), client.id())))
                .toList();
        return new Opened(news, kfd, obstacle);
    }

    boolean uses(String gpu) {
        return clients.stream().anyMatch(client -> client.gpu().equals(gpu));
    }

    /** The sum over the clients of a GPU, or the first gap among them. */
    Reading sum(String gpu, Function<Client, Reading> figure) {
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        long sum = 0;
        for (Client client : clients) {
            if (client.gpu().equals(gpu)) {
                Reading reading = figure.apply(client);
                if (reading instanceof Gap) {
                    return reading;
                }
                sum += reading.amount().orElse(0);
            }
        }
        return new Bytes(sum);
    }
}
