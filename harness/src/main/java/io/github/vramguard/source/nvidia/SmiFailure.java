package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** Why {@code nvidia-smi} gave no answer, told by its words or, failing that, by its exit code; the first that fits. */
enum SmiFailure {
    NO_DEVICE(
            6,
            Reason.NOT_PRESENT,
            "check that the GPU is passed to this machine or container",
            "no devices were found"),
    MISMATCH(
            18,
            Reason.NO_DRIVER,
            "driver and library are of different versions; reboot or reload the kernel module",
            "version mismatch"),
    NO_DRIVER(
            9,
            Reason.NO_DRIVER,
            "load the NVIDIA kernel module, or install the driver",
            "couldn't communicate with the nvidia driver",
            "driver not loaded"),
    NO_LIBRARY(
            12,
            Reason.LIBRARY_MISSING,
            "install the driver's libraries; in a container, set NVIDIA_DRIVER_CAPABILITIES=compute,utility",
            "couldn't find libnvidia-ml",
            "libnvidia-ml.so"),
    LOST(15, Reason.GPU_LOST, "reset the GPU or reboot", "gpu is lost", "requires reset"),
    DENIED(
            4,
            Reason.NO_PERMISSION,
            "run as a user that may open /dev/nvidiactl and /dev/nvidia*",
            "insufficient permissions"),
    CUT_OFF(
            999,
            Reason.NO_PERMISSION,
            "a container loses its devices when systemd reloads; restart the container",
            "failed to initialize nvml: unknown error"),
    UNSUPPORTED(3, Reason.NOT_SUPPORTED, "another driver version may answer", "is not supported", "not a valid field"),
    OTHER(-1, Reason.NOT_AVAILABLE, "run it by hand to see more");

    private final int exit;
    private final Reason reason;
    private final String remedy;
    private final String[] words;

    SmiFailure(int exit, Reason reason, String remedy, String... words) {
        this.exit = exit;
        this.reason = reason;
        this.remedy = remedy;
        this.words = words;
    }

    static Refusal of(SmiAnswer answer) {
        String said = answer.words().toLowerCase(Locale.ROOT);
        SmiFailure failure = Arrays.stream(values())
                .filter(known -> Arrays.stream(known.words).anyMatch(said::contains))
                .findFirst()
                .orElseGet(() -> byExit(answer.exit()));
        return new Refusal(
                failure.reason,
                "nvidia-smi ended with " + answer.exit() + " (" + answer.words() + "); " + failure.remedy);
    }

    private static SmiFailure byExit(int exit) {
        return Arrays.stream(values())
                .filter(known -> known.exit == exit)
                .findFirst()
                .orElse(OTHER);
    }
}
