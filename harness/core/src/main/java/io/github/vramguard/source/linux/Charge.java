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
 * What a group was charged when it was last read. Its files disappear with its last process, so that their last content is stored.
 *
 * @param group the directory of the group
 * @param earlierKills the processes that were OOM-killed before the first reading
 * @param taken the bytes charged; empty if the files do not have them
 * @param limit the limit, and how many processes were OOM-killed
 */
record Charge(Path group, long earlierKills, OptionalLong taken, MemoryLimit limit) {

    static Charge first(Path group) throws IOException {
        MemoryLimit limit = MemoryLimit.of(group);
        return new Charge(group, limit.kills(), MemoryStat.read(group).taken(), limit);
    }

    Charge next() throws IOException {
        return new Charge(group, earlierKills, MemoryStat.read(group).taken(), limit.next(group));
    }

    /** After a kill there is no level: the memory of a killed process was not released by the code under test. */
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
                        + ": docker inspect shows whether it was OOM-killed (OOMKilled)";
    }

    private String killed(Container container) {
        return (kills() == 1 ? "a process" : kills() + " processes") + " of " + container
                + (kills() == 1 ? " was" : " were") + " OOM-killed: " + limit;
    }

    private long kills() {
        return limit.kills() - earlierKills;
    }
}
