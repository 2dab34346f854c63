package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;

/** A call of NVML that gave no answer, or none that can be believed. */
final class NvmlError extends Exception {

    private static final long serialVersionUID = 1;

    private final ReturnCode code;
    private final Reason reason;

    private NvmlError(ReturnCode code, Reason reason, String detail) {
        super(detail, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    static NvmlError of(String function, int code) {
        ReturnCode known = ReturnCode.of(code);
        return new NvmlError(
                known,
                known.reason(),
                function + " answered " + code + " (" + known.meaning() + "); " + known.nextStep());
    }

    /** A successful call whose answer has an unknown layout. */
    static NvmlError mismatch(String function, String observation) {
        return new NvmlError(
                ReturnCode.SUCCESS,
                Reason.ABI_MISMATCH,
                function + " answered in an unknown layout: " + observation + "; update VramGuard or the driver");
    }

    ReturnCode code() {
        return code;
    }

    /** The driver of this machine does not know the call, or not in this form. */
    boolean asksForAnOlderFunction() {
        return switch (code) {
            case FUNCTION_NOT_FOUND, ARGUMENT_VERSION_MISMATCH, DEPRECATED -> true;
            default -> false;
        };
    }

    Gap gap() {
        return new Gap(reason, String.valueOf(getMessage()));
    }

    Refusal refusal() {
        return new Refusal(reason, String.valueOf(getMessage()));
    }
}
