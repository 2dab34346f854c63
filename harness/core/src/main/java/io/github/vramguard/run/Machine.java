package io.github.vramguard.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The properties of a machine that amounts of memory depend on.
 *
 * @param os the operating system and the architecture, for example {@code Linux amd64}
 * @param jdk the Java version and its vendor, for example {@code 17 Eclipse Adoptium}
 * @param gpus each GPU with the branch of its driver, for example {@code NVIDIA H200 (driver 570)}; equal ones one by one
 * @param backend what the native libraries compute with where that is known, for example {@code cuda}; else empty
 */
public record Machine(String os, String jdk, List<String> gpus, String backend) {

    /** Copies the list. */
    public Machine {
        Stream.of(os, jdk, backend).forEach(Objects::requireNonNull);
        gpus = List.copyOf(gpus);
    }

    /**
     * This machine, as this JVM sees it.
     *
     * @param gpus each GPU with the branch of its driver
     * @param backend what the native libraries compute with where that is known; else empty
     * @return the machine
     */
    public static Machine ofThisJvm(List<String> gpus, String backend) {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version().feature() + " " + System.getProperty("java.vendor"),
                gpus,
                backend);
    }

    /**
     * Returns the class of the machine: machines of one class measure the same, and share baselines.
     *
     * @return all parts on one line; of equal GPUs their number, for example {@code 8 x NVIDIA H200 (driver 570)}
     */
    public String name() {
        Map<String, Long> counts =
                gpus.stream().collect(Collectors.groupingBy(gpu -> gpu, LinkedHashMap::new, Collectors.counting()));
        String devices = counts.entrySet().stream()
                .map(gpu -> gpu.getValue() == 1 ? gpu.getKey() : gpu.getValue() + " x " + gpu.getKey())
                .collect(Collectors.joining(" + "));
        return os + ", JDK " + jdk + ", " + (devices.isEmpty() ? "no GPU" : devices)
                + (backend.isEmpty() ? "" : ", " + backend);
    }
}
