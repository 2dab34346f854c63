package io.github.vramguard.source.drm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A made-up {@code /proc} and {@code /sys}. */
final class MachineTree {

    static final String CARD = "0000:03:00.0";

    private final Path root;

    MachineTree(Path root) {
        this.root = root;
        namespace("pid:[4026531836]");
        process(1);
    }

    static String fixture(String name) {
        try (var text = MachineTree.class.getResourceAsStream(name + ".txt")) {
            if (text == null) {
                throw new IllegalArgumentException("no fixture " + name);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Drm drm() {
        return Drm.of(root.resolve("proc"), root.resolve("sys"));
    }

    Path proc() {
        return root.resolve("proc");
    }

    MachineTree namespace(String name) {
        return link("proc/self/ns/pid", name);
    }

    /** A card on the PCI bus, or, with an empty address, elsewhere. */
    MachineTree card(int number, String address, String driver) {
        String device = "sys/devices/" + (address.isEmpty() ? "soc/gpu" + number : address);
        directory(device);
        directory("sys/bus/drivers/" + driver);
        link(device + "/driver", root.resolve("sys/bus/drivers/" + driver).toString());
        link("sys/class/drm/card" + number + "/device", root.resolve(device).toString());
        return link(
                "sys/class/drm/renderD" + (128 + number) + "/device",
                root.resolve(device).toString());
    }

    /** A card of AMD with some memory of its own, and some of the host. */
    MachineTree amd(String address, long vram, long gtt) {
        card(0, address, "amdgpu");
        String device = "sys/devices/" + address + "/";
        file(device + "mem_info_vram_total", vram + "\n");
        file(device + "mem_info_gtt_total", gtt + "\n");
        return this;
    }

    MachineTree device(String address, String file, String text) {
        return file("sys/devices/" + address + "/" + file, text);
    }

    MachineTree process(long pid) {
        return directory("proc/" + pid + "/fd").directory("proc/" + pid + "/fdinfo");
    }

    /** A process whose open files are in no directory. */
    MachineTree broken(long pid) {
        return file("proc/" + pid + "/fd", "");
    }

    /** A process with an open file. */
    MachineTree opens(long pid, int descriptor, String device, String fdinfo) {
        return process(pid)
                .link("proc/" + pid + "/fd/" + descriptor, device)
                .file("proc/" + pid + "/fdinfo/" + descriptor, fdinfo);
    }

    MachineTree renders(long pid, String fdinfo) {
        return opens(pid, 7, "/dev/dri/renderD128", fdinfo);
    }

    /** A node of KFD for a GPU. */
    MachineTree node(int number, int gpuId, int location, int processors) {
        String node = "sys/class/kfd/kfd/topology/nodes/" + number + "/";
        return file(node + "gpu_id", gpuId + "\n")
                .file(
                        node + "properties",
                        "cpu_cores_count " + processors + "\nsimd_count 64\ndomain 0\nlocation_id " + location + "\n");
    }

    MachineTree computes(long pid, int gpuId, String vram) {
        return directory("proc/" + pid).file("sys/class/kfd/kfd/proc/" + pid + "/vram_" + gpuId, vram);
    }

    private MachineTree directory(String path) {
        try {
            Files.createDirectories(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MachineTree link(String path, String target) {
        try {
            Path link = root.resolve(path);
            Files.createDirectories(link.resolveSibling("."));
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MachineTree file(String path, String text) {
        return bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    MachineTree bytes(String path, byte[] content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
