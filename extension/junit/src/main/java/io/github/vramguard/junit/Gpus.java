package io.github.vramguard.junit;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import java.util.List;

/** The GPUs of a snapshot. */
record Gpus(Snapshot snapshot) {

    List<Pool> readable() {
        return snapshot.readings().entrySet().stream()
                .filter(entry -> entry.getValue().amount().isPresent())
                .map(entry -> entry.getKey())
                .toList();
    }

    /** Why no GPU can be read. */
    String obstacle() {
        Reading first = snapshot.readings().values().stream().findFirst().orElse(snapshot.of(Pool.gpu(0)));
        return "no GPU can be read: " + first;
    }
}
