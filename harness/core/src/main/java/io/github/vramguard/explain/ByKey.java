package io.github.vramguard.explain;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.Sensitivity;
import io.github.vramguard.verdict.PoolVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds which of several models leaks, if the cycles name what they work with. */
final class ByKey {

    /** One key must account for nearly all of the growth to be named. */
    private static final double NEARLY_ALL = 0.9;

    private static final int WARM_UP = Sensitivity.VRAM.warmup();

    private record Share(int cycles, long growth) {

        Share plus(long more) {
            return new Share(cycles + 1, growth + more);
        }
    }

    private ByKey() {}

    static Optional<String> of(Trace trace, PoolVerdict leak) {
        Map<String, Share> shares = shares(trace.keys(), leak);
        long all = shares.values().stream().mapToLong(Share::growth).sum();
        return shares.size() < 2
                ? Optional.empty()
                : shares.entrySet().stream()
                        .filter(share -> share.getValue().growth() >= NEARLY_ALL * all)
                        .findFirst()
                        .map(share -> "only in cycles of \"" + share.getKey() + "\": "
                                + amount(leak.pool(), share.getValue()) + others(leak.pool(), shares, share.getKey()));
    }

    private static Map<String, Share> shares(List<String> keys, PoolVerdict leak) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (int cycle = WARM_UP + 1; cycle < leak.readings().size(); cycle++) {
            OptionalLong before = leak.readings().get(cycle - 1).amount();
            OptionalLong after = leak.readings().get(cycle).amount();
            if (before.isPresent() && after.isPresent() && !keys.get(cycle).isEmpty()) {
                long growth = after.getAsLong() - before.getAsLong();
                shares.merge(keys.get(cycle), new Share(1, growth), (share, one) -> share.plus(one.growth()));
            }
        }
        return shares;
    }

    private static String others(Pool pool, Map<String, Share> shares, String leaking) {
        StringBuilder others = new StringBuilder();
        shares.forEach((key, share) -> {
            if (!key.equals(leaking)) {
                others.append(", ")
                        .append(amount(pool, share))
                        .append(" of \"")
                        .append(key)
                        .append('"');
            }
        });
        return others.toString();
    }

    private static String amount(Pool pool, Share share) {
        return pool.format(share.growth()) + " in " + share.cycles() + (share.cycles() == 1 ? " cycle" : " cycles");
    }
}
