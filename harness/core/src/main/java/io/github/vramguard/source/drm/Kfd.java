package io.github.vramguard.source.drm;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.linux.SysDir;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Processes that compute through KFD, the interface of ROCm. */
final class Kfd {

    private final SysDir root;
    private final boolean knowsOurPids;
    private final List<KfdNode> nodes;

    /**
     * The KFD of a machine.
     *
     * @param sys its {@code /sys}
     * @param knowsOurPids whether this process is in the initial PID namespace, whose ids KFD uses
     */
    Kfd(SysDir sys, boolean knowsOurPids) {
        this.root = sys.at("class/kfd/kfd");
        this.knowsOurPids = knowsOurPids;
        this.nodes =
                root.at("topology/nodes").children().stream().map(KfdNode::read).toList();
    }

    /** Whether a GPU shares a node, and thereby its memory, with processors. */
    boolean isApu(String gpu) {
        return nodes(gpu).anyMatch(KfdNode::hasProcessors);
    }

    /**
     * What a process holds of a GPU. Memory that was allocated through KFD may show at the clients, too: the greater of the
     * two figures counts, never their sum.
     *
     * @param clients what its clients hold
     */
    Reading merge(long pid, Opened opened, String gpu, Reading clients) {
        if (!knowsOurPids) {
            return opened.kfd() && !opened.uses(gpu) && nodes(gpu).findAny().isPresent() ? untrusted(pid) : clients;
        }
        OptionalLong held = held(pid, gpu);
        return held.isPresent() ? greater(clients, held.getAsLong()) : clients;
    }

    static Reading greater(Reading clients, long held) {
        return clients.amount().orElse(-1) >= held ? clients : new Bytes(held);
    }

    private OptionalLong held(long pid, String gpu) {
        SysDir process = root.at("proc").at(Long.toString(pid));
        return nodes(gpu)
                .map(node -> process.number("vram_" + node.gpuId()))
                .flatMapToLong(OptionalLong::stream)
                .reduce(Long::sum);
    }

    private static Gap untrusted(long pid) {
        return new Gap(
                Reason.NAMESPACE_UNTRUSTED,
                "process " + pid + " computes through KFD, which knows it by another id than this container; run with"
                        + " --pid=host, or hostPID: true");
    }

    private Stream<KfdNode> nodes(String gpu) {
        return nodes.stream().filter(node -> node.address().equals(gpu.toLowerCase(Locale.ROOT)));
    }
}
