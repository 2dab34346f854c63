package io.github.vramguard.source.drm;

import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.source.linux.KernelSize;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Device memory of a control group, as the {@code dmem} controller charges it: that of all its processes together, whatever
 * their ids. It takes Linux 6.14 and the drivers amdgpu or xe.
 */
final class Dmem {

    private static final Pattern LINE = Pattern.compile("drm/([^/ ]+)/(\\S+) (\\d+)");

    private final Path cgroup;

    private Dmem(Path cgroup) {
        this.cgroup = cgroup;
    }

    /**
     * The device memory of a control group.
     *
     * @param cgroup its directory, below where the second version of control groups is mounted
     * @return the reader
     */
    static Dmem of(Path cgroup) {
        return new Dmem(cgroup);
    }

    /**
     * What is charged now.
     *
     * @return bytes of memory of each device, by its PCI address
     * @throws Refusal if the controller is not on for this group, or its answer cannot be read
     */
    Map<String, Long> current() throws Refusal {
        return read("dmem.current").orElseThrow(this::absent);
    }

    /**
     * The most that has been charged since the group was made.
     *
     * @return bytes of memory of each device, by its PCI address; the sum over the parts of a device may exceed what was
     *     ever in use at once; empty where the kernel keeps no such record
     * @throws Refusal if the record cannot be read
     */
    Optional<Map<String, Long>> peak() throws Refusal {
        return read("dmem.peak");
    }

    private Refusal absent() {
        return Files.isDirectory(cgroup)
                ? new Refusal(
                        Reason.NOT_SUPPORTED,
                        "there is no dmem.current in " + cgroup + "; it takes Linux 6.14 or newer, amdgpu or xe, and"
                                + " +dmem in the cgroup.subtree_control of the parent")
                : new Refusal(Reason.NOT_PRESENT, "there is no control group " + cgroup);
    }

    private Optional<Map<String, Long>> read(String name) throws Refusal {
        Path file = cgroup.resolve(name);
        try {
            return Optional.of(parse(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (AccessDeniedException e) {
            throw new Refusal(Reason.NO_PERMISSION, file + " may not be read");
        } catch (IOException e) {
            throw new Refusal(Reason.NOT_AVAILABLE, "cannot read " + file);
        }
    }

    static Map<String, Long> parse(String text) throws Refusal {
        Map<String, Long> devices = new TreeMap<>();
        for (String line : text.lines().toList()) {
            Matcher form = LINE.matcher(line.strip());
            OptionalLong bytes = form.matches() ? KernelSize.parse(form.group(3)) : OptionalLong.empty();
            if (bytes.isEmpty()) {
                throw new Refusal(Reason.UNPARSABLE, "not a line of the dmem controller: " + line);
            }
            if (form.group(2).matches("vram\\d*")) {
                devices.merge(form.group(1), bytes.getAsLong(), Long::sum);
            }
        }
        return devices;
    }
}
