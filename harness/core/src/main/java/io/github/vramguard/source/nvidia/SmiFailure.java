package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Why {@code nvidia-smi} gave no answer, by its words or, failing that, by its exit code; the first that fits. */
enum SmiFailure {
    NO_DEVICE(
            6,
            "no devices were found",
            Reason.NOT_PRESENT,
            "check that the GPU is passed to this machine or container"),
    MISMATCH(
            18,
            "version mismatch",
            Reason.NO_DRIVER,
            "driver and library are of different versions; reboot or reload the kernel module"),
    NO_DRIVER(
            9,
            "couldn't communicate with the nvidia driver|driver not loaded",
            Reason.NO_DRIVER,
            "load the NVIDIA kernel module, or install the driver"),
    NO_LIBRARY(
            12,
            "libnvidia-ml",
            Reason.LIBRARY_MISSING,
            "install the driver's libraries; in a container, set NVIDIA_DRIVER_CAPABILITIES=compute,utility"),
    LOST(15, "gpu is lost|requires reset", Reason.GPU_LOST, "reset the GPU or reboot"),
    DENIED(
            4,
            "insufficient permissions",
            Reason.NO_PERMISSION,
            "run as a user that may open /dev/nvidiactl and /dev/nvidia*"),
    CUT_OFF(
            -1,
            "failed to initialize nvml: unknown error",
            Reason.NO_PERMISSION,
            "a container loses its devices when systemd reloads; restart the container"),
    UNSUPPORTED(
            3, "is not supported|not a valid field", Reason.NOT_SUPPORTED, "another version of the driver may answer"),
    OTHER(-1, "(?!)", Reason.NOT_AVAILABLE, "run it by hand to see more");

    private final int exit;
    private final Pattern words;
    private final Reason reason;
    private final String remedy;

    SmiFailure(int exit, String words, Reason reason, String remedy) {
        this.exit = exit;
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        this.reason = reason;
        this.remedy = remedy;
    }

    static Refusal of(SmiAnswer answer) {
        return first(known -> known.words.matcher(answer.words()).find())
                .or(() -> first(known -> known.exit == answer.exit()))
                .orElse(OTHER)
                .refusal(answer);
    }

    private static Optional<SmiFailure> first(Predicate<SmiFailure> fits) {
        return Arrays.stream(values()).filter(fits).findFirst();
    }

    private Refusal refusal(SmiAnswer answer) {
        return new Refusal(reason, "nvidia-smi ended with " + answer.exit() + " (" + answer.words() + "); " + remedy);
    }
}
