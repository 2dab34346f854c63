package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.Together;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Use;
import io.github.vramguard.source.jvm.ManagementBeansSource;
import io.github.vramguard.source.linux.Processes;
import io.github.vramguard.source.spi.KnownServers;
import io.github.vramguard.source.spi.MemorySource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All sources of this machine as one: each pool is read by the first source that can read it.
 *
 * <p>That is decided once, by a trial reading, so that all readings of a pool can be compared. Sources on the class path
 * go first, then the built-in ones: {@code jvm}, {@code malloc}, {@code proc-status}, {@code proc-task}, {@code processes} and
 * {@code cgroup}; for GPUs {@code nvml}, {@code nvidia-smi}, {@code drm} and {@code dmem}, which read per process, {@code device}, which
 * does not, and {@code gpu}, which reports that there is no GPU.
 */
public final class Sources implements MemorySource {

    /** Cleaners free native memory, so that allocators are trimmed only after the collection. */
    private static final Comparator<Share> COLLECTION_FIRST =
            Comparator.comparing(share -> !share.source().name().equals(ManagementBeansSource.NAME));

    private final Processes processes;
    private final List<Share> shares;
    private final Map<Pool, Gap> unread;
    private final List<Trial> trials;

    private Sources(Processes processes, List<Share> shares, Map<Pool, Gap> unread, List<Trial> trials) {
        this.processes = processes;
        this.shares = shares;
        this.unread = unread;
        this.trials = trials;
    }

    /**
     * Returns some of the sources.
     *
     * @param target whose memory will be read
     * @param names the names of the sources to use; none means all
     * @return the sources, after a trial reading
     * @throws IllegalArgumentException if there is no source of such a name; the message lists the names
     * @throws java.util.ServiceConfigurationError if a source on the class path cannot be loaded
     */
    public static Sources of(MemoryTarget target, Set<String> names) {
        Processes processes = Processes.ofThisMachine();
        return among(
                processes,
                KnownSources.all(processes, GpuDrivers.ofThisMachine().sources()),
                target,
                names);
    }

    /**
     * Returns all sources, for reading many processes one after the other: the answers of GPU drivers about all processes are
     * reused for 250 ms.
     *
     * @param target whose memory will be read
     * @param names the names of the sources to use; none means all
     * @return the sources, after a trial reading
     * @throws IllegalArgumentException if there is no source of such a name; the message lists the names
     * @throws java.util.ServiceConfigurationError if a source on the class path cannot be loaded
     */
    public static Sources watching(MemoryTarget target, Set<String> names) {
        Processes processes = Processes.ofThisMachine();
        return among(
                processes,
                KnownSources.all(processes, GpuDrivers.ofThisMachine().sourcesThatRemember()),
                target,
                names);
    }

    static Sources among(List<MemorySource> sources, MemoryTarget target, Set<String> names) {
        return among(Processes.ofThisMachine(), sources, target, names);
    }

    private static Sources among(
            Processes processes, List<MemorySource> sources, MemoryTarget target, Set<String> names) {
        Choice choice = new Choice(target);
        KnownSources.named(names, sources).forEach(choice::offer);
        return new Sources(
                processes,
                choice.shares().stream().sorted(COLLECTION_FIRST).toList(),
                choice.unread(),
                choice.trials());
    }

    /**
     * Returns the same sources, reading some pools only. All pools are still released before a level, because garbage of one pool
     * can hold memory of another.
     *
     * @param pools the pools to read; none means all
     * @return the sources
     */
    public Sources only(Set<Pool> pools) {
        if (pools.isEmpty()) {
            return this;
        }
        Map<Pool, Gap> chosen = new TreeMap<>(unread);
        chosen.keySet().retainAll(pools);
        return new Sources(
                processes, shares.stream().map(share -> share.only(pools)).toList(), chosen, trials);
    }

    /**
     * Returns how the source of each pool was chosen.
     *
     * @return the trial readings, in the order they were made: by source, then by pool
     */
    public List<Trial> trials() {
        return trials;
    }

    @Override
    public String name() {
        return "sources";
    }

    /**
     * Returns the pools that a source was found for.
     *
     * @param target whose memory
     * @return by pool, where its readings come from
     */
    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        Map<Pool, Origin> origins = new TreeMap<>();
        shares.forEach(share -> origins.putAll(share.origins()));
        return origins;
    }

    /**
     * Reads all pools now.
     *
     * @param target whose memory
     * @return a reading for each pool of {@link #origins}, and a gap for each that no source can read
     */
    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        Map<Pool, Reading> readings = new TreeMap<>(unread);
        return processes.atOnce(() -> {
            shares.forEach(share -> readings.putAll(share.read(target)));
            return readings;
        });
    }

    @Override
    public Map<Pool, Reading> readFast(MemoryTarget target) {
        Map<Pool, Reading> readings = new TreeMap<>(unread);
        return processes.atOnce(() -> {
            shares.forEach(share -> readings.putAll(share.readFast(target)));
            return readings;
        });
    }

    @Override
    public Map<Pool, Reading> peak(MemoryTarget target) {
        Map<Pool, Reading> readings = new TreeMap<>();
        return processes.atOnce(() -> {
            shares.forEach(share -> readings.putAll(share.peak(target)));
            return readings;
        });
    }

    /** Collects garbage first: Cleaners free memory that the other sources then release. */
    @Override
    public Map<Pool, Gap> reclaim(MemoryTarget target) {
        Map<Pool, Gap> gaps = new TreeMap<>();
        shares.forEach(share -> gaps.putAll(share.reclaim(target)));
        return gaps;
    }

    /** Looks at each part by itself. Listing the running containers takes too long to do so often. */
    @Override
    public void look(MemoryTarget target) {
        if (target instanceof Together together) {
            together.parts().forEach(this::look);
        } else if (!(target instanceof MemoryTarget.StartedContainers)) {
            lookAt(target);
        }
    }

    private void lookAt(MemoryTarget target) {
        processes.atOnce(() -> {
            shares.forEach(share -> share.source().look(target));
            return target;
        });
    }

    @Override
    public List<Program> programs(MemoryTarget target, KnownServers known) {
        return processes.atOnce(() -> shares.stream()
                .flatMap(share -> share.source().programs(target, known).stream())
                .toList());
    }

    @Override
    public List<Use> uses(MemoryTarget target) {
        return processes.atOnce(() -> shares.stream()
                .flatMap(share -> share.source().uses(target).stream())
                .toList());
    }

    @Override
    public List<String> weaknesses(MemoryTarget target) {
        return shares.stream()
                .filter(share -> !share.origins().isEmpty())
                .flatMap(share -> share.source().weaknesses(target).stream())
                .toList();
    }

    /** Each once, also where several sources read GPUs of one driver. */
    @Override
    public Map<Pool, String> devices() {
        Map<Pool, String> devices = new TreeMap<>();
        shares.forEach(share -> share.source().devices().forEach(devices::putIfAbsent));
        return devices;
    }

    /**
     * The processes that hold memory of a GPU.
     *
     * @return those that a driver lists; none without a GPU, or if its driver cannot tell processes apart
     */
    public static List<MemoryTarget.OneProcess> gpuHolders() {
        return GpuDrivers.ofThisMachine().holders();
    }
}
