package io.github.vramguard.source.linux;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What a group was charged when it was last read. Its files end with its last process, so what they said is kept.
 *
 * @param group the directory of the group
 * @param earlierKills the processes that were killed for want of memory before the first reading
 * @param taken bytes that its processes took; empty if the files do not tell
 * @param limit how much they may take, and how many of them were killed for that
 */
record Charge(Path group, long earlierKills, OptionalLong taken, MemoryLimit limit) {

    static Charge first(Path group) throws IOException {
        MemoryLimit limit = MemoryLimit.of(group);
        return new Charge(group, limit.kills(), MemoryStat.read(group).taken(), limit);
    }

    Charge next() throws IOException {
        return new Charge(group, earlierKills, MemoryStat.read(group).taken(), limit.next(group));
    }

    /** A level after a kill is none: the memory of a process that was killed did not come back by itself. */
    Reading reading(Container container) {
        if (kills() > 0) {
            return new Gap(Reason.PROCESS_GONE, killed(container));
        }
        return taken.isPresent()
                ? new Reading.Bytes(taken.getAsLong())
                : new Gap(Reason.NOT_SUPPORTED, group + "/memory.stat has neither anon nor total_rss");
    }

    /** The same once the group is gone: the kernel removes it in the moment in which it kills the last process. */
    String end(Container container) {
        if (kills() > 0) {
            return killed(container) + ", and it has ended";
        }
        String ended = container + " has ended: there is no " + group;
        return limit.bytes().isEmpty() || taken.isEmpty()
                ? ended
                : ended + "; when it was last read it held " + new ByteSize(taken.getAsLong()) + " and " + limit
                        + ": docker inspect tells whether it was killed for that (OOMKilled)";
    }

    private String killed(Container container) {
        return "the kernel killed " + (kills() == 1 ? "a process" : kills() + " processes") + " of " + container
                + " for want of memory: " + limit;
    }

    private long kills() {
        return limit.kills() - earlierKills;
    }
}
