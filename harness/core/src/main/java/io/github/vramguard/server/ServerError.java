package io.github.vramguard.server;

import io.github.vramguard.memory.Secrets;
import java.io.IOException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A server did not do what was requested. The message names the request, the answer, and what to do next.
 *
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public final class ServerError extends IOException {

    private static final long serialVersionUID = 1;

    private static final int LONGEST_EXCERPT = 200;

    ServerError(String asked, String answered, String next) {
        super(Secrets.without(asked + ": " + answered + "; " + next));
    }

    ServerError(String asked, Throwable answered, String next) {
        this(asked, String.valueOf(answered.getMessage()), next);
        initCause(answered);
    }

    /** The beginning of a text that may be long, may span lines and may hold what a terminal takes for a command. */
    static String excerpt(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST_EXCERPT));
        return beginning.replaceAll("[\\p{Cntrl}\\s]+", " ").strip() + (beginning.length() < text.length() ? "…" : "");
    }
}
