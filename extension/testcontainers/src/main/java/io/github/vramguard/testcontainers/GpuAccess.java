package io.github.vramguard.testcontainers;

import com.github.dockerjava.api.model.DeviceRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How a Docker daemon provides its GPUs to containers. */
enum GpuAccess {
    NVIDIA_RUNTIME {
        @Override
        DeviceRequest request(List<String> devices) {
            DeviceRequest request = new DeviceRequest().withCapabilities(List.of(List.of("gpu")));
            return devices.isEmpty() ? request.withCount(ALL) : request.withDeviceIds(devices);
        }
    },
    CDI {
        @Override
        DeviceRequest request(List<String> devices) {
            List<String> names = devices.isEmpty() ? List.of("all") : devices;
            return new DeviceRequest()
                    .withDriver("cdi")
                    .withDeviceIds(names.stream().map(KIND::concat).toList());
        }
    };

    private static final int ALL = -1;
    private static final String RUNTIME = "nvidia";
    private static final String KIND = "nvidia.com/gpu=";

    /** Requests these devices; all of them if the list is empty. */
    abstract DeviceRequest request(List<String> devices);

    /**
     * What {@code docker info} reports.
     *
     * @throws IllegalStateException if that is none
     */
    static GpuAccess of(Map<String, Object> info) {
        Set<String> runtimes = runtimes(info);
        if (runtimes.contains(RUNTIME)) {
            return NVIDIA_RUNTIME;
        }
        Optional<Boolean> listed = listsGpu(info);
        boolean isOn = info.get("CDISpecDirs") instanceof Collection<?> directories && !directories.isEmpty();
        if (listed.orElse(isOn)) {
            return CDI;
        }
        throw new IllegalStateException(refusal(runtimes, isOn));
    }

    private static Set<String> runtimes(Map<String, Object> info) {
        Set<String> names = new TreeSet<>();
        if (info.get("Runtimes") instanceof Map<?, ?> runtimes) {
            runtimes.keySet().forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    /** Docker 28.2 and newer list the devices of CDI; empty for an older one, and where it has none at all. */
    private static Optional<Boolean> listsGpu(Map<String, Object> info) {
        return info.get("DiscoveredDevices") instanceof Collection<?> devices
                ? Optional.of(devices.stream().anyMatch(GpuAccess::isGpu))
                : Optional.empty();
    }

    private static boolean isGpu(Object device) {
        return device instanceof Map<?, ?> fields
                && fields.values().stream()
                        .anyMatch(value -> String.valueOf(value).startsWith(KIND));
    }

    private static String refusal(Set<String> runtimes, boolean isOn) {
        return "Docker cannot provide a GPU to a container. Looked for the runtime \"" + RUNTIME + "\" (there are: "
                + String.join(", ", runtimes) + ") and for CDI devices " + KIND + "... ("
                + (isOn ? "none was discovered" : "CDI is not enabled")
                + "). Install nvidia-container-toolkit where Docker runs, then either \"nvidia-ctk runtime configure"
                + " --runtime=docker\" and restart Docker, or, for CDI, \"nvidia-ctk cdi generate"
                + " --output=/etc/cdi/nvidia.yaml\"";
    }
}
