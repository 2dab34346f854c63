package io.github.vramguard.source.drm;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Allocations;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.GpuDriver;
import io.github.vramguard.source.gpu.ProcessAccounting;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.source.linux.Processes;
import io.github.vramguard.source.linux.SysDir;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The drivers of AMD, Intel and other GPUs that are part of Linux. What a process holds is the sum over its clients, as the
 * driver reports it in {@code /proc/<pid>/fdinfo}; a client that several processes share counts for the lowest of their ids.
 * For AMD, it is at least what {@code /sys/class/kfd} reports. On an APU, memory of the host that the GPU works with counts as
 * memory of the device.
 *
 * <p>Memory of processes of other users is visible only with {@code CAP_SYS_PTRACE}.
 */
public final class Drm implements GpuDriver {

    private final Scanner scanner;
    private final Kfd kfd;
    private final Cards cards;
    private final OpenDevices files;
    private Scan last = Scan.NONE;

    private Drm(Path proc, SysDir sys) {
        this.scanner = new Scanner(proc);
        this.kfd = new Kfd(sys, scanner.haveKernelIds());
        this.cards = Cards.of(sys, kfd);
        this.files = new OpenDevices(new Processes(proc), cards);
    }

    /**
     * The drivers of this machine. Nothing but {@code /proc} and {@code /sys} is read.
     *
     * @return the drivers
     */
    public static Drm ofThisMachine() {
        return of(Path.of("/proc"), Path.of("/sys"));
    }

    static Drm of(Path proc, Path sys) {
        return new Drm(proc, new SysDir(sys));
    }

    @Override
    public String name() {
        return "drm";
    }

    @Override
    public String title() {
        return "DRM fdinfo and KFD";
    }

    @Override
    public boolean includesHostMemory() {
        return true;
    }

    @Override
    public List<Gpu> gpus() throws Refusal {
        if (cards.all().isEmpty()) {
            throw new Refusal(
                    Reason.NOT_PRESENT, "no GPU of AMD or Intel, nor another one whose driver reports its memory");
        }
        return cards.all().stream().map(Card::gpu).toList();
    }

    /**
     * What processes hold now. It takes about 0.1 ms for a process.
     *
     * @param pids the processes of interest; if there are none, all processes are looked into, and the answer names all
     *     that hold memory if none was hidden
     * @return for each GPU, by its id
     */
    @Override
    public Map<String, Allocations> allocations(Set<Long> pids) {
        last = pids.isEmpty() ? scanner.all(files) : scanner.some(pids, files);
        Map<String, Allocations> allocations = new HashMap<>();
        cards.all().forEach(card -> allocations.put(card.id(), allocations(card, last)));
        return allocations;
    }

    private Allocations allocations(Card card, Scan scan) {
        Optional<ProcessAccounting> host = card.driver()
                .hostRegions()
                .map(regions -> scan.accounting((pid, opened) -> opened.sum(card.id(), Client::host)));
        return new Allocations(scan.accounting((pid, opened) -> device(card, pid, opened)), host);
    }

    private Reading device(Card card, long pid, Opened opened) {
        Reading clients = opened.sum(card.id(), client -> client.device(card.unified()));
        return card.plausible(kfd.merge(pid, opened, card.id(), clients));
    }

    @Override
    public Map<String, Reading> used() {
        Map<String, Reading> used = new HashMap<>();
        cards.all().forEach(card -> used.put(card.id(), card.used()));
        return used;
    }

    /** As of the last {@link #allocations}. */
    @Override
    public List<String> weaknesses() {
        List<String> weaknesses = new ArrayList<>();
        for (Card card : cards.all()) {
            long evicted = card.unified() ? 0 : last.evicted(card.id());
            if (evicted > 0) {
                weaknesses.add(evicted + " bytes were evicted from " + card.gpu() + " to host memory"
                        + " (amd-evicted-vram); a smaller model or context fits");
            }
        }
        if (last.denied() > 0) {
            weaknesses.add("processes that may not be looked into: " + last.denied() + "; run as the same user, or with"
                    + " CAP_SYS_PTRACE, to see their GPU memory");
        }
        return weaknesses;
    }
}
