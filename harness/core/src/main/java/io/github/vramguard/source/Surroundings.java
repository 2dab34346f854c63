package io.github.vramguard.source;

import io.github.vramguard.source.jvm.VmOptions;
import io.github.vramguard.source.linux.KernelIds;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment of this process, as far as it decides what can be measured. */
public final class Surroundings {

    private static final List<String> OPTIONS = List.of(
            "NativeMemoryTracking",
            "InitialHeapSize",
            "MaxHeapSize",
            "AlwaysPreTouch",
            "DisableExplicitGC",
            "ExplicitGCInvokesConcurrent");

    private static final List<String> VARIABLES =
            List.of("MALLOC_ARENA_MAX", "GLIBC_TUNABLES", "LD_PRELOAD", "CUDA_VISIBLE_DEVICES");

    private final Path root;
    private final Function<String, Optional<String>> options;
    private final Map<String, String> environment;

    Surroundings(Path root, Function<String, Optional<String>> options, Map<String, String> environment) {
        this.root = root;
        this.options = options;
        this.environment = environment;
    }

    /**
     * Returns the surroundings of this process.
     *
     * @return what is known of them
     */
    public static Surroundings ofThisProcess() {
        return new Surroundings(Path.of("/"), VmOptions::value, System.getenv());
    }

    /**
     * Returns facts about the machine.
     *
     * @return by name, for a person to read: the system, and whether it is seen from a container
     */
    public Map<String, String> machine() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("system", system());
        facts.put("container", container());
        return facts;
    }

    /**
     * Returns facts about the Java runtime of this process.
     *
     * @return by name, for a person to read: the runtime, its collectors, and the options and variables that decide what
     *     can be measured, as far as they are set
     */
    public Map<String, String> runtime() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "java",
                System.getProperty("java.vm.name") + " " + Runtime.version() + " by "
                        + System.getProperty("java.vm.vendor"));
        facts.put("collector", collector());
        facts.put("options", named(OPTIONS, options));
        facts.put("variables", named(VARIABLES, name -> Optional.ofNullable(environment.get(name))));
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private String system() {
        String kernel = System.getProperty("os.name") + " " + System.getProperty("os.version");
        String described = kernel + " " + System.getProperty("os.arch");
        return Stream.of(Optional.of(described), distribution(), windows())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private Optional<String> distribution() {
        return read("etc/os-release")
                .lines()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                .findFirst();
    }

    private Optional<String> windows() {
        boolean isWindows =
                read("proc/sys/kernel/osrelease").toLowerCase(Locale.ROOT).contains("microsoft");
        return isWindows ? Optional.of("in WSL2, where drivers cannot tell processes apart") : Optional.empty();
    }

    private String container() {
        return (isContained() ? "yes" : "none seen") + pidNamespace();
    }

    private boolean isContained() {
        return Files.exists(root.resolve(".dockerenv"))
                || Files.exists(root.resolve("run/.containerenv"))
                || environment.containsKey("KUBERNETES_SERVICE_HOST")
                || read("proc/self/cgroup").lines().anyMatch(line -> line.matches(".*(docker|kubepods|libpod|lxc).*"));
    }

    private String pidNamespace() {
        if (!Files.isSymbolicLink(root.resolve("proc/self/ns/pid"))) {
            return "";
        }
        return KernelIds.areIn(root.resolve("proc"))
                ? ", process ids are those of the machine"
                : ", process ids are those of a PID namespace: some drivers report those of the machine; --pid=host makes"
                        + " them the same";
    }

    private static String collector() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(bean -> Objects.requireNonNull(bean.getName()))
                .collect(Collectors.joining(", "));
    }

    private static String named(List<String> names, Function<String, Optional<String>> values) {
        return names.stream()
                .flatMap(name -> values.apply(name).map(value -> name + "=" + value).stream())
                .collect(Collectors.joining(" "));
    }

    private String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException unknown) {
            return "";
        }
    }
}
