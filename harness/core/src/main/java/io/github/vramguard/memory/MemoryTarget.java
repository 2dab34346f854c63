package io.github.vramguard.memory;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Whose memory is measured.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public sealed interface MemoryTarget {

    /**
     * The JVM that runs the measurement.
     *
     * @param pid its process id
     */
    record ThisJvm(long pid) implements MemoryTarget {
        @Override
        public String toString() {
            return "this JVM (pid " + pid + ")";
        }
    }

    /**
     * Another process.
     *
     * @param pid its process id
     * @param started when it started, in clock ticks since the system did: a later process of the same id has another value
     * @param command its short name
     */
    record OneProcess(long pid, long started, String command) implements MemoryTarget {
        @Override
        public String toString() {
            return command + " (pid " + pid + ")";
        }
    }

    /**
     * A process and its descendants, as they are at each reading: a server may start a process for each model.
     *
     * @param root the process
     */
    record ProcessTree(OneProcess root) implements MemoryTarget {
        @Override
        public String toString() {
            return root + " and its descendants";
        }
    }

    /**
     * The processes of a control group and of the groups within it: a container, a service or a pod.
     *
     * @param name what people call it, with what it is: {@code container 3f2a9c71b04d}
     * @param cgroup the directory of the group
     */
    record Container(String name, String cgroup) implements MemoryTarget {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The containers that this JVM started, as they are at each reading. What they hold of the host is one pool. */
    record StartedContainers() implements MemoryTarget {
        @Override
        public String toString() {
            return "the containers it started";
        }
    }

    /**
     * Several targets as one: what they hold of a pool is added up.
     *
     * @param parts the targets
     */
    record Together(List<MemoryTarget> parts) implements MemoryTarget {
        /** Copies the list. */
        public Together {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return parts.stream().map(MemoryTarget::toString).collect(Collectors.joining(" and "));
        }
    }
}
