package io.github.vramguard.source.gpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code CUDA_VISIBLE_DEVICES} makes of the NVIDIA GPUs: a program calls the first device in it number 0. Indexes
 * count by speed, which only CUDA knows, unless {@code CUDA_DEVICE_ORDER} is {@code PCI_BUS_ID} or all GPUs are alike.
 *
 * @param devices the value, if it is set
 * @param byPciAddress whether indexes count by PCI address
 * @see <a href="https://docs.nvidia.com/cuda/cuda-c-programming-guide/#cuda-environment-variables">the documentation</a>
 */
public record VisibleDevices(Optional<String> devices, boolean byPciAddress) {

    public static VisibleDevices in(Map<String, String> environment) {
        return new VisibleDevices(
                Optional.ofNullable(environment.get("CUDA_VISIBLE_DEVICES")).map(String::strip),
                "PCI_BUS_ID".equals(environment.get("CUDA_DEVICE_ORDER")));
    }

    /** All devices, in the order of their addresses. */
    public static VisibleDevices all() {
        return new VisibleDevices(Optional.empty(), true);
    }

    /** The visible GPUs in the order of the program, then the hidden ones: other processes may use those. */
    List<Gpu> order(List<Gpu> byAddress) {
        Set<Gpu> ordered = new LinkedHashSet<>(visible(byAddress));
        ordered.addAll(byAddress);
        return List.copyOf(ordered);
    }

    /** As CUDA reads the list, it ends at the first device that is not there. */
    private List<Gpu> visible(List<Gpu> byAddress) {
        List<Gpu> visible = new ArrayList<>();
        for (String device : names()) {
            Optional<Gpu> gpu = find(device, byAddress);
            if (gpu.isEmpty()) {
                break;
            }
            visible.add(gpu.get());
        }
        return visible;
    }

    private List<String> names() {
        return devices.map(list ->
                        Arrays.stream(list.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
    }

    private Optional<Gpu> find(String device, List<Gpu> byAddress) {
        if (device.matches("\\d{1,3}")) {
            int index = Integer.parseInt(device);
            return index < byAddress.size() && isIndexKnown(byAddress)
                    ? Optional.of(byAddress.get(index))
                    : Optional.empty();
        }
        return device.matches("(GPU|MIG)-.+")
                ? byAddress.stream().filter(gpu -> gpu.id().startsWith(device)).findFirst()
                : Optional.empty();
    }

    private boolean isIndexKnown(List<Gpu> byAddress) {
        return byPciAddress || byAddress.stream().map(Gpu::name).distinct().count() == 1;
    }

    /** Said where the numbers in reports may be others than those of the program. */
    Optional<String> weakness(List<Gpu> byAddress) {
        boolean unknown = names().stream().anyMatch(name -> name.matches("\\d+")) && !isIndexKnown(byAddress);
        return unknown
                ? Optional.of("GPUs are numbered by PCI address, and CUDA_VISIBLE_DEVICES="
                        + devices.orElse("")
                        + " counts by speed; CUDA_DEVICE_ORDER=PCI_BUS_ID makes both the same")
                : Optional.empty();
    }
}
