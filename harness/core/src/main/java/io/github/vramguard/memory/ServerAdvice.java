package io.github.vramguard.memory;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One thing to try with a model server.
 *
 * @param occasion when it applies
 * @param text a sentence that names the setting
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record ServerAdvice(Occasion occasion, String text) {

    /** When an advice applies. */
    public enum Occasion {
        /** Host memory of the server grows. */
        HOST_GROWS,
        /** GPU memory of the server grows. */
        GPU_GROWS,
        /** The peak is above its budget. */
        PEAK_TOO_HIGH
    }
}
