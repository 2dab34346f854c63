package io.github.vramguard.memory;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A place where memory lives, with a verdict of its own.
 *
 * <p>Pools are ordered from the most telling to the least: what explains a finding best comes first.
 *
 * @param name the name in reports and configuration
 * @param unit what its readings count
 */
public record Pool(String name, Unit unit) implements Comparable<Pool> {

    /** What the readings of a pool count. */
    public enum Unit {
        /** Bytes of memory. */
        BYTES,
        /** A number of things, each of which holds memory. */
        COUNT
    }

    /** Processes that descend from the target, and those that did so once and outlived their parent. */
    public static final Pool CHILDREN = new Pool("children", Unit.COUNT);

    /** Anonymous, shared and swapped memory of all the processes that descend from this JVM. */
    public static final Pool DESCENDANTS = new Pool("descendants", Unit.BYTES);

    /** Live objects of the Java heap, after a confirmed full collection. */
    public static final Pool HEAP = new Pool("heap", Unit.BYTES);

    /** NIO direct buffers. */
    public static final Pool DIRECT = new Pool("direct", Unit.BYTES);

    /** Class metadata. */
    public static final Pool METASPACE = new Pool("metaspace", Unit.BYTES);

    /** Memory taken with {@code malloc}, written to and not freed, by others than the JVM itself. */
    public static final Pool NATIVE = new Pool("native", Unit.BYTES);

    /** Native memory in large blocks that nobody has written to, so that no physical memory stands behind it yet. */
    public static final Pool UNTOUCHED = new Pool("untouched", Unit.BYTES);

    /** Threads, native ones included. */
    public static final Pool THREADS = new Pool("threads", Unit.COUNT);

    /** Open file descriptors. */
    public static final Pool FILES = new Pool("files", Unit.COUNT);

    /** Anonymous, shared and swapped memory, less the Java heap. */
    public static final Pool RESIDENT = new Pool("resident", Unit.BYTES);

    /** Resident pages of mapped files, such as libraries and model files. */
    public static final Pool MAPPED = new Pool("mapped", Unit.BYTES);

    /** Anonymous, shared and swapped memory of a control group. */
    public static final Pool CONTAINER = new Pool("container", Unit.BYTES);

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
    private static final Pattern GPU = Pattern.compile("gpu(\\d|[12]\\d|3[01])");
    private static final Pattern GPU_HOST = Pattern.compile(GPU.pattern() + "-host");
    private static final int MOST_GPUS = 32;

    /**
     * The memory that a GPU driver booked for the target on one device.
     *
     * @param number the position of the device in reports, from 0
     * @return {@code gpu0}, {@code gpu1}, …
     */
    public static Pool gpu(int number) {
        return named("gpu" + number);
    }

    /**
     * Memory of the host that a GPU driver booked for the target: what it pinned or what was moved out of the device, and
     * all there is on a GPU that has no memory of its own.
     *
     * @param number the position of the device in reports, from 0
     * @return {@code gpu0-host}, {@code gpu1-host}, …
     */
    public static Pool gpuHost(int number) {
        return named("gpu" + number + "-host");
    }

    /**
     * The pool of a written name.
     *
     * @param name one of the names of the constants above, or {@code gpu0}, {@code gpu1}, …, {@code gpu0-host}, …
     * @return the pool
     * @throws IllegalArgumentException if there is no such pool; the message lists the names
     */
    public static Pool named(String name) {
        if (GPU.matcher(name).matches() || GPU_HOST.matcher(name).matches()) {
            return new Pool(name, Unit.BYTES);
        }
        return HOST.stream()
                .filter(pool -> pool.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name
                        + "\" is not a pool; there are gpu0, gpu1, …, gpu0-host, …, "
                        + String.join(", ", HOST.stream().map(Pool::name).toList())));
    }

    /**
     * All pools there can be.
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

    /**
     * How many devices can be told apart.
     *
     * @return 32
     */
    public static int mostGpus() {
        return MOST_GPUS;
    }

    /**
     * Whether this is device memory.
     *
     * @return true for {@code gpu0}, {@code gpu1}, …
     */
    public boolean isGpu() {
        return GPU.matcher(name).matches();
    }

    /**
     * Whether a GPU driver booked this memory, so that it comes back when the driver is done with it.
     *
     * @return true for device memory, and for {@code gpu0-host}, {@code gpu1-host}, …
     */
    public boolean isAllocatedByDriver() {
        return isGpu() || GPU_HOST.matcher(name).matches();
    }

    /**
     * Print an amount of this pool.
     *
     * @param amount bytes or a count, as the unit says
     * @return for instance {@code 26.6 MiB}, or {@code 3}
     */
    public String format(long amount) {
        return unit == Unit.BYTES ? new ByteSize(amount).toString() : Long.toString(amount);
    }

    @Override
    public int compareTo(Pool other) {
        return Comparator.<Pool>comparingInt(pool -> HOST.indexOf(pool))
                .thenComparingInt(pool -> pool.name.length())
                .thenComparing(Pool::name)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
