package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.gpu.Allocations;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.GpuDriver;
import io.github.vramguard.source.gpu.ProcessAccounting;
import io.github.vramguard.source.gpu.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * NVIDIA's management library, loaded into this process. The amounts are those that the driver has reserved for each process
 * in device memory, touched or not, with the overhead of a context; managed memory (UVM) is not among them.
 *
 * <p>A list of processes takes a lock of the whole driver for some milliseconds, the memory in use some microseconds.
 */
public final class Nvml implements GpuDriver {

    private final Machine machine;
    private @Nullable Session session;

    Nvml(Machine machine) {
        this.machine = machine;
    }

    /**
     * The library of this machine. Nothing is loaded before the first question.
     *
     * @return the driver
     */
    public static Nvml ofThisMachine() {
        return new Nvml(Machine.local());
    }

    @Override
    public String name() {
        return "nvml";
    }

    @Override
    public String title() {
        return "NVML";
    }

    @Override
    public boolean bookingsDisturb() {
        return true;
    }

    @Override
    public List<Gpu> gpus() throws Refusal {
        return session().gpus();
    }

    private Session session() throws Refusal {
        Session opened = session;
        if (opened == null) {
            opened = Session.open(machine);
            session = opened;
        }
        return opened;
    }

    @Override
    public Map<String, Allocations> allocations(Set<Long> pids) {
        return opened().map(session -> session.allocations(pids)).orElse(Map.of());
    }

    @Override
    public Map<String, Reading> used() {
        return opened().map(Session::used).orElse(Map.of());
    }

    @Override
    public Map<String, ProcessAccounting> peaks(Set<Long> pids) {
        return opened().map(session -> session.peaks(pids)).orElse(Map.of());
    }

    @Override
    public List<String> weaknesses() {
        return opened().map(Session::weaknesses).orElse(List.of());
    }

    private Optional<Session> opened() {
        try {
            return Optional.of(session());
        } catch (Refusal e) {
            return Optional.empty();
        }
    }
}
