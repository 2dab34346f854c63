package io.github.vramguard.source.jvm;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes collections clear soft references. What is only softly reachable is no leak, because the JVM drops it rather than run out of
 * memory. Otherwise a collection keeps it as long as there is much free memory: with 256 MiB for four minutes after its last use.
 */
final class SoftReferences {

    private static final String FLAG = "SoftRefLRUPolicyMSPerMB";

    private static final Optional<VmFlag> KEPT_FOR = VmFlag.find(FLAG);
    private static final long USUAL = KEPT_FOR.map(VmFlag::get).orElse(0L);

    private SoftReferences() {}

    /** Collects, the second time at the latest without what is only softly reachable. One thread at a time. */
    static synchronized <T> T clearedBy(Supplier<T> collections) {
        KEPT_FOR.ifPresent(flag -> flag.set(0));
        try {
            return collections.get();
        } finally {
            KEPT_FOR.ifPresent(flag -> flag.set(USUAL));
        }
    }

    /** That no collection clears them, if so. */
    static Optional<String> weakness() {
        return KEPT_FOR.isPresent() || VmOptions.value(FLAG).equals(Optional.of("0"))
                ? Optional.empty()
                : Optional.of("objects that are only softly reachable count as live; -XX:" + FLAG
                        + "=0 makes collections drop them");
    }
}
