package io.github.vramguard.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A place where memory lives, with a verdict of its own. What rules and messages need to know about a pool is a property of
 * it.
 *
 * <p>Pools are ordered by how well they explain a finding, the best first.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class Pool implements Comparable<Pool> {

    /** What the readings of a pool count. */
    public enum Unit {
        /** Bytes of memory. */
        BYTES,
        /** A number of things, each of which holds memory. */
        COUNT
    }

    /** Processes that descend from the target, including those whose parent has ended. */
    public static final Pool CHILDREN = new Pool(
            "children",
            Nature.PROCESSES,
            "the number of child processes",
            "pgrep --parent PID --list-full, while the test runs again, lists the process that remains");

    /** Anonymous, shared and swapped memory of all processes that descend from this JVM. */
    public static final Pool DESCENDANTS = new Pool(
            "descendants",
            Nature.PAGES,
            "resident memory of child processes",
            "/proc/PID/smaps, twice while the test runs again, shows the mapping that grows");

    /** Live objects of the Java heap, after a confirmed full collection. */
    public static final Pool HEAP = new Pool(
            "heap",
            Nature.OBJECTS,
            "the Java heap",
            "jcmd PID GC.class_histogram, twice while the test runs again, shows the class that grows");

    /** NIO direct buffers. */
    public static final Pool DIRECT = new Pool(
            "direct",
            Nature.BUFFERS,
            "memory of direct buffers",
            "release the buffers, or drop the last reference to them");

    /** Class metadata. */
    public static final Pool METASPACE = new Pool(
            "metaspace",
            Nature.CLASSES,
            "metaspace",
            "jcmd PID VM.classloaders, while the test runs again, shows the class loaders that remain");

    /** Memory from {@code malloc} that was written to and not freed, without the JVM's own. */
    public static final Pool NATIVE = new Pool(
            "native", Nature.BLOCKS, "native memory", "async-profiler with event=nativemem names the allocating call");

    /** Memory from {@code malloc} that was never written to, in large blocks: no physical memory backs it yet. */
    public static final Pool UNTOUCHED = new Pool(
            "untouched",
            Nature.BLOCKS,
            "untouched native memory",
            "async-profiler with event=nativemem names the allocating call");

    /** Threads, native ones included. */
    public static final Pool THREADS = new Pool(
            "threads",
            Nature.THINGS,
            "the number of threads",
            "jcmd PID Thread.print, while the test runs again, lists the threads that remain");

    /** Open file descriptors. */
    public static final Pool FILES = new Pool(
            "files",
            Nature.THINGS,
            "the number of open files",
            "ls -l /proc/PID/fd, while the test runs again, lists the files that remain open");

    /** Anonymous, shared and swapped memory, without the Java heap. */
    public static final Pool RESIDENT = new Pool(
            "resident",
            Nature.PAGES,
            "resident memory",
            "/proc/PID/smaps, twice while the test runs again, shows the mapping that grows");

    private static final String CLOSE_MODELS =
            "close the model, its sessions and contexts on every path, also after a failure";

    /** Resident pages of mapped files, such as libraries and model files. */
    public static final Pool MAPPED = new Pool("mapped", Nature.FILE_PAGES, "mapped memory", CLOSE_MODELS);

    /** Anonymous, shared and swapped memory of a control group. */
    public static final Pool CONTAINER = new Pool(
            "container",
            Nature.PAGES,
            "memory of the container",
            "docker top, or cgroup.procs of its group, lists its processes; watch them one by one");

    private static final List<Pool> HOST = List.of(
            CHILDREN,
            HEAP,
            DIRECT,
            METASPACE,
            NATIVE,
            UNTOUCHED,
            THREADS,
            FILES,
            CONTAINER,
            DESCENDANTS,
            RESIDENT,
            MAPPED);
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern GPU = Pattern.compile("gpu(\\d|[12]\\d|3[01])");
    private static final Pattern GPU_HOST = Pattern.compile("(" + GPU.pattern() + ")-host");
    private static final int MOST_GPUS = 32;

    private final String name;
    private final Nature nature;
    private final String noun;
    private final String nextStep;

    private Pool(String name, Nature nature, String noun, String nextStep) {
        this.name = name;
        this.nature = nature;
        this.noun = noun;
        this.nextStep = nextStep;
    }

    /**
     * Returns the memory that a GPU driver allocated for the target on one device.
     *
     * @param number the position of the device in reports, from 0
     * @return {@code gpu0}, {@code gpu1}, …
     */
    public static Pool gpu(int number) {
        return named("gpu" + number);
    }

    /**
     * Returns the host memory that a GPU driver allocated for the target: pinned memory, memory moved out of the device, and
     * everything on a GPU without memory of its own.
     *
     * @param number the position of the device in reports, from 0
     * @return {@code gpu0-host}, {@code gpu1-host}, …
     */
    public static Pool gpuHost(int number) {
        return named("gpu" + number + "-host");
    }

    /**
     * Returns the pool with a name.
     *
     * @param name one of the names of the constants above, or {@code gpu0}, {@code gpu1}, …, {@code gpu0-host}, …
     * @return the pool
     * @throws IllegalArgumentException if there is no such pool; the message lists the names
     */
    public static Pool named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("\"" + name
                        + "\" is not a pool; there are gpu0, gpu1, …, gpu0-host, …, "
                        + String.join(", ", HOST.stream().map(Pool::name).toList())));
    }

    private static Optional<Pool> find(String name) {
        if (GPU.matcher(name).matches()) {
            return Optional.of(new Pool(name, Nature.DEVICE, "memory of " + name, CLOSE_MODELS));
        }
        Matcher gpuHost = GPU_HOST.matcher(name);
        return gpuHost.matches()
                ? Optional.of(new Pool(name, Nature.DEVICE, "memory of the host for " + gpuHost.group(1), CLOSE_MODELS))
                : HOST.stream().filter(pool -> pool.name.equals(name)).findFirst();
    }

    /**
     * Returns the pool of a file that any version of VramGuard may have written.
     *
     * @param name its name
     * @param unit what its readings count
     * @return the pool of that name, or one without a known nature, which is treated as pages or as things
     */
    public static Pool recorded(String name, Unit unit) {
        return find(name)
                .filter(known -> known.unit() == unit)
                .orElseGet(() -> new Pool(name, unit == Unit.BYTES ? Nature.PAGES : Nature.THINGS, name, CLOSE_MODELS));
    }

    /**
     * Returns all pools there can be.
     *
     * @return {@code gpu0} to {@code gpu31}, {@code gpu0-host} to {@code gpu31-host}, and the constants above
     */
    public static List<Pool> all() {
        return Stream.of(
                        IntStream.range(0, MOST_GPUS).mapToObj(Pool::gpu),
                        IntStream.range(0, MOST_GPUS).mapToObj(Pool::gpuHost),
                        HOST.stream())
                .flatMap(pools -> pools)
                .toList();
    }

    /** {@return how many devices are supported, 32} */
    public static int mostGpus() {
        return MOST_GPUS;
    }

    /** {@return the name in reports and configuration, for instance {@code native}} */
    public String name() {
        return name;
    }

    /** {@return what the pool consists of, by which rules choose their numbers} */
    public Nature nature() {
        return nature;
    }

    /** {@return what the readings count} */
    public Unit unit() {
        return nature.isCounted() ? Unit.COUNT : Unit.BYTES;
    }

    /** {@return the pool as the subject of a sentence, for instance {@code native memory}} */
    public String noun() {
        return noun;
    }

    /** {@return what to do when this pool leaks; the process has ended when a person reads it, so that {@code PID} stands for it} */
    public String nextStep() {
        return nextStep;
    }

    /** {@return whether this is device memory: true for {@code gpu0}, {@code gpu1}, …} */
    public boolean isGpu() {
        return GPU.matcher(name).matches();
    }

    /** {@return whether a GPU driver allocated this memory, and releases it when it is done with it: true for device memory, and for {@code gpu0-host}, {@code gpu1-host}, …} */
    public boolean isAllocatedByDriver() {
        return nature == Nature.DEVICE;
    }

    /**
     * Prints an amount of this pool.
     *
     * @param amount bytes or a count, as the unit says
     * @return for instance {@code 26.6 MiB}, or {@code 3}
     */
    public String format(long amount) {
        return unit() == Unit.BYTES ? new ByteSize(amount).toString() : Long.toString(amount);
    }

    /**
     * Parses an amount of this pool.
     *
     * @param text for instance {@code "24 MiB"}, or {@code "3"} for a pool that counts
     * @return bytes or a count, as the unit says
     * @throws IllegalArgumentException if the text has another form
     */
    public long parse(String text) {
        if (unit() == Unit.BYTES) {
            return ByteSize.parse(text).bytes();
        }
        if (!COUNT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a number of " + name + "; give a whole number, such as \"2\"");
        }
        return Long.parseLong(text);
    }

    @Override
    public int compareTo(Pool other) {
        return Comparator.<Pool>comparingInt(pool -> HOST.indexOf(pool))
                .thenComparingInt(pool -> pool.name.length())
                .thenComparing(Pool::name)
                .compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pool pool && name.equals(pool.name) && unit() == pool.unit();
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
