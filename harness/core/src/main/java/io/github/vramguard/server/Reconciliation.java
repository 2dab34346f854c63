package io.github.vramguard.server;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.DeviceNeighbours;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.server.Disagreement.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Compares what a model server reports about a load with what the GPU drivers allocated for it.
 *
 * <p>A server reports what it computes, and a driver allocates more than that: a context for each process and GPU, workspaces
 * of libraries, graphs of kernels, usually 300 to 1500 MiB per GPU. So the two agree when the drivers allocated at most 1.5 GiB
 * per GPU, or a tenth, more than is reported, and at most 64 MiB, or a tenth, less. After the unload, they agree when at least
 * three quarters of what the load took are released, which is what Ollama itself waits for.
 *
 * @param reported the bytes of this model on GPUs, as the server reports them; empty if it does not
 * @param reportedOfAll the same for all loaded models; empty if the server does not report it for one of them
 * @param allocations what was allocated on each GPU that could be read
 * @param complete whether all GPUs could be read
 * @param waited how long after the unload the last readings were taken
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public record Reconciliation(
        OptionalLong reported,
        OptionalLong reportedOfAll,
        List<Allocation> allocations,
        boolean complete,
        Duration waited) {

    private static final long MIB = 1 << 20;
    private static final long OVERHEAD_OF_A_GPU = 1536 * MIB;
    private static final long LEAST = 64 * MIB;
    private static final long TENTH = 10;
    private static final long QUARTER = 4;

    /**
     * What is allocated on one GPU.
     *
     * @param pool the GPU
     * @param before bytes at rest before the load
     * @param loaded bytes when the server had said that the model is loaded
     * @param after bytes at rest after the unload; empty if that could not be read
     */
    public record Allocation(Pool pool, long before, long loaded, OptionalLong after) {

        long rise() {
            return loaded - before;
        }

        long left() {
            return Math.max(0, after.orElse(before) - before);
        }
    }

    /** Copies the allocations. */
    public Reconciliation {
        allocations = List.copyOf(allocations);
    }

    /**
     * Compares the two.
     *
     * @param model the model that was loaded
     * @param held what the server said it held after the load
     * @param before the level before the load
     * @param loaded the readings after the load
     * @param after the level after the unload
     * @return both
     */
    public static Reconciliation of(
            String model, List<LoadedModel> held, Snapshot before, Snapshot loaded, Snapshot after) {
        List<Pool> gpus =
                loaded.readings().keySet().stream().filter(Pool::isGpu).toList();
        List<Allocation> allocations = gpus.stream()
                .flatMap(gpu -> allocation(gpu, before, loaded, after).stream())
                .toList();
        return new Reconciliation(
                reported(held.stream().filter(one -> one.isCalled(model)).toList()),
                reported(held),
                allocations,
                allocations.size() == gpus.size(),
                after.settled().orElse(Duration.ZERO));
    }

    private static OptionalLong reported(List<LoadedModel> models) {
        boolean isTold = !models.isEmpty()
                && models.stream().allMatch(model -> model.deviceBytes().isPresent());
        return isTold
                ? OptionalLong.of(models.stream()
                        .mapToLong(model -> model.deviceBytes().orElse(0))
                        .sum())
                : OptionalLong.empty();
    }

    /** A reading of a whole device says nothing about one load once other processes have come or gone. */
    private static Optional<Allocation> allocation(Pool gpu, Snapshot before, Snapshot loaded, Snapshot after) {
        DeviceNeighbours neighbours = new DeviceNeighbours();
        OptionalLong first = neighbours.comparable(gpu, before.of(gpu)).amount();
        OptionalLong second = neighbours.comparable(gpu, loaded.of(gpu)).amount();
        OptionalLong third = neighbours.comparable(gpu, after.of(gpu)).amount();
        return first.isPresent() && second.isPresent()
                ? Optional.of(new Allocation(gpu, first.getAsLong(), second.getAsLong(), third))
                : Optional.empty();
    }

    /**
     * Returns why the figures of the server are not compared.
     *
     * @return the reason; empty if they are
     */
    public Optional<String> obstacle() {
        if (reported.isEmpty()) {
            return Optional.of("the server does not report how much of the model is on a GPU");
        }
        if (allocations.isEmpty()) {
            return Optional.of("no GPU is read");
        }
        return complete ? Optional.empty() : Optional.of("not every GPU can be read");
    }

    /**
     * Returns what the load took on all GPUs, as the drivers allocated it.
     *
     * @return bytes
     */
    public long allocated() {
        return allocations.stream().mapToLong(Allocation::rise).sum();
    }

    /**
     * Returns where they disagree. Where one of them reports nothing, nothing is claimed.
     *
     * @return each way once; none if they agree
     */
    public List<Disagreement> disagreements() {
        List<Disagreement> found = new ArrayList<>();
        if (obstacle().isEmpty()) {
            notOnTheGpu().ifPresent(found::add);
            moreThanTheModel(reported.orElse(0)).ifPresent(found::add);
        }
        heldAfterUnload().ifPresent(found::add);
        return found;
    }

    /** All that is held, because a process may reuse what is left of an earlier load. */
    private Optional<Disagreement> notOnTheGpu() {
        long held = allocations.stream().mapToLong(Allocation::loaded).sum();
        return reportedOfAll.stream()
                .filter(all -> all - held > Math.max(all / TENTH, LEAST))
                .mapToObj(all -> new Disagreement(
                        Kind.NOT_ON_THE_GPU,
                        "the server reports " + new ByteSize(all) + " on GPUs, and the drivers have allocated "
                                + new ByteSize(held) + " for its processes",
                        "see in its log whether it fell back to the CPU, and whether other processes than those that are"
                                + " measured hold the model"))
                .findFirst();
    }

    private Optional<Disagreement> moreThanTheModel(long model) {
        long gpus =
                allocations.stream().filter(allocation -> allocation.rise() > 0).count();
        if (allocated() - model <= Math.max(model / TENTH, gpus * OVERHEAD_OF_A_GPU)) {
            return Optional.empty();
        }
        return Optional.of(new Disagreement(
                Kind.MORE_THAN_THE_MODEL,
                "the drivers allocated " + new ByteSize(allocated())
                        + " while the model was loaded, and the server reports " + new ByteSize(model) + " of them",
                "look for another model, or for a process that an earlier unload left behind: vramguard watch --all"));
    }

    private Optional<Disagreement> heldAfterUnload() {
        long left = allocations.stream().mapToLong(Allocation::left).sum();
        if (left <= Math.max(allocated() / QUARTER, LEAST)) {
            return Optional.empty();
        }
        String each = allocations.stream()
                .filter(allocation -> allocation.left() > 0)
                .map(allocation -> allocation.pool() + " still held " + new ByteSize(allocation.left()))
                .collect(Collectors.joining(" and "));
        return Optional.of(
                new Disagreement(
                        Kind.HELD_AFTER_UNLOAD,
                        each + String.format(Locale.ROOT, " %.1f s", waited.toMillis() / 1000.0)
                                + " after the server had said that the model is unloaded",
                        "see whether a process of it still runs; if the driver is only slow, raise vramguard.settle.gpu-window"));
    }
}
