package io.github.vramguard.explain;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.ServerAdvice;
import io.github.vramguard.memory.ServerAdvice.Occasion;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the running servers advise. Several servers of a kind advise once. */
final class ServersAdvice {

    private static final Set<Pool> HOST = Set.of(Pool.RESIDENT, Pool.CONTAINER, Pool.DESCENDANTS);

    private ServersAdvice() {}

    static List<String> onGrowth(Pool pool, Collection<Program> servers) {
        if (HOST.contains(pool)) {
            return on(Occasion.HOST_GROWS, servers);
        }
        return pool.isGpu() ? on(Occasion.GPU_GROWS, servers) : List.of();
    }

    static List<String> on(Occasion occasion, Collection<Program> servers) {
        return servers.stream()
                .flatMap(server -> server.traits().advice().stream())
                .filter(advice -> advice.occasion() == occasion)
                .map(ServerAdvice::text)
                .distinct()
                .toList();
    }
}
