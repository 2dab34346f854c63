package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading.Reason;
import java.util.stream.Stream;

/**
 * What a function of NVML can answer. The library has a function for that, too, which has been seen to return a pointer to
 * nowhere.
 */
enum ReturnCode {
    SUCCESS(0, Reason.NOT_AVAILABLE, "success", "this is a defect of VramGuard; please report it"),
    UNINITIALIZED(
            1, Reason.NO_DRIVER, "not initialised", "something else in this process shut NVML down; load it once"),
    INVALID_ARGUMENT(2, Reason.ABI_MISMATCH, "invalid argument", "compare the versions of driver and library"),
    NOT_SUPPORTED(3, Reason.NOT_SUPPORTED, "not supported", "this device has no such figure"),
    NO_PERMISSION(
            4,
            Reason.NO_PERMISSION,
            "no permission",
            "let this user, or this container, open /dev/nvidia* and nvidia-caps"),
    ALREADY_INITIALIZED(5, Reason.NOT_AVAILABLE, "already initialised", "load NVML once in this process"),
    NOT_FOUND(6, Reason.NOT_AVAILABLE, "not found", "see what nvidia-smi -L lists"),
    INSUFFICIENT_SIZE(
            7, Reason.NOT_AVAILABLE, "insufficient size", "the list kept growing; read again when fewer start"),
    INSUFFICIENT_POWER(8, Reason.NOT_AVAILABLE, "insufficient external power", "connect the power cables of the board"),
    DRIVER_NOT_LOADED(9, Reason.NO_DRIVER, "driver not loaded", "load the kernel module: modprobe nvidia"),
    TIMEOUT(10, Reason.TIMED_OUT, "timeout", "read again later; dmesg has the Xid of a device that hangs"),
    IRQ_ISSUE(11, Reason.NOT_AVAILABLE, "interrupt issue", "see dmesg for the interrupts of the GPU"),
    LIBRARY_NOT_FOUND(12, Reason.LIBRARY_MISSING, "library not found", "install the driver's own library, not a stub"),
    FUNCTION_NOT_FOUND(13, Reason.NOT_SUPPORTED, "function not found", "a newer driver has it"),
    CORRUPTED_INFOROM(14, Reason.NOT_AVAILABLE, "corrupted infoROM", "see nvidia-smi -q and the vendor's support"),
    GPU_IS_LOST(
            15,
            Reason.GPU_LOST,
            "GPU is lost",
            "it fell off the bus; dmesg has the Xid, and a reboot may bring it back"),
    RESET_REQUIRED(16, Reason.GPU_LOST, "reset required", "reset it: nvidia-smi --gpu-reset"),
    OPERATING_SYSTEM(
            17,
            Reason.NO_PERMISSION,
            "blocked by the operating system",
            "let the container's device rules allow the GPU"),
    LIB_RM_VERSION_MISMATCH(
            18, Reason.NO_DRIVER, "library and driver differ in version", "reboot, or load the kernel module again"),
    IN_USE(19, Reason.NOT_AVAILABLE, "in use", "read again later"),
    MEMORY(20, Reason.NOT_AVAILABLE, "out of memory", "free memory of the host"),
    NO_DATA(21, Reason.NOT_AVAILABLE, "no data", "read again later"),
    VGPU_ECC_NOT_SUPPORTED(22, Reason.NOT_SUPPORTED, "ECC not supported by the vGPU", "switch ECC off on the host"),
    INSUFFICIENT_RESOURCES(
            23,
            Reason.NOT_AVAILABLE,
            "insufficient resources",
            "read again when other processes of the GPU have ended"),
    FREQ_NOT_SUPPORTED(24, Reason.NOT_SUPPORTED, "frequency not supported", "reset the clocks: nvidia-smi -rac"),
    ARGUMENT_VERSION_MISMATCH(
            25, Reason.ABI_MISMATCH, "another version of a structure", "update VramGuard or the driver"),
    DEPRECATED(26, Reason.NOT_SUPPORTED, "deprecated", "update VramGuard"),
    NOT_READY(27, Reason.NOT_AVAILABLE, "not ready", "read again later"),
    GPU_NOT_FOUND(28, Reason.GPU_LOST, "GPU not found", "see what nvidia-smi -L lists"),
    INVALID_STATE(29, Reason.NOT_AVAILABLE, "invalid state", "read again later; nvidia-smi -q shows the state"),
    RESET_TYPE_NOT_SUPPORTED(
            30, Reason.NOT_SUPPORTED, "type of reset not supported", "reset the GPU another way, or reboot"),
    UNKNOWN(
            999,
            Reason.NO_PERMISSION,
            "unknown error",
            "restart the container if there is one: it loses its devices when the host's systemd reloads; else see dmesg"),
    /** A code that is none of these. */
    UNLISTED(-1, Reason.NOT_AVAILABLE, "an unknown code", "update VramGuard");

    private final int code;
    private final Reason reason;
    private final String meaning;
    private final String nextStep;

    ReturnCode(int code, Reason reason, String meaning, String nextStep) {
        this.code = code;
        this.reason = reason;
        this.meaning = meaning;
        this.nextStep = nextStep;
    }

    static ReturnCode of(int code) {
        return Stream.of(values())
                .filter(known -> known.code == code)
                .findFirst()
                .orElse(UNLISTED);
    }

    int code() {
        return code;
    }

    Reason reason() {
        return reason;
    }

    String meaning() {
        return meaning;
    }

    String nextStep() {
        return nextStep;
    }
}
