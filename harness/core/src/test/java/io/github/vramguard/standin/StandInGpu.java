package io.github.vramguard.standin;

/**
 * A GPU of a stand-in.
 *
 * @param uuid its id
 * @param name the name of the product
 * @param total bytes of memory
 * @param reserved bytes that the driver keeps for itself
 * @param parent for a MIG device, the number of the GPU that it is a part of; -1 for a GPU of its own
 */
public record StandInGpu(String uuid, String name, long total, long reserved, int parent) {

    private static final long MIB = 1 << 20;

    /**
     * A GPU of its own.
     *
     * @param number makes the UUID differ
     * @param totalMib its memory in MiB, of which the driver keeps 256
     * @return the GPU
     */
    public static StandInGpu of(int number, long totalMib) {
        return new StandInGpu(
                "GPU-00000000-0000-0000-0000-%012d".formatted(number), "Stand-in", totalMib * MIB, 256 * MIB, -1);
    }

    /**
     * A part of a GPU, which turns MIG mode on there.
     *
     * @param parent the number of the GPU in the list of GPUs
     * @param number makes the UUID differ
     * @param totalMib its memory in MiB
     * @return the MIG device
     */
    public static StandInGpu migDevice(int parent, int number, long totalMib) {
        return new StandInGpu(
                "MIG-00000000-0000-0000-0000-%012d".formatted(number),
                "Stand-in MIG 1g",
                totalMib * MIB,
                16 * MIB,
                parent);
    }

    String line() {
        return String.join("\t", uuid, Long.toString(total), Long.toString(reserved), Integer.toString(parent), name);
    }
}
