package io.github.vramguard.memory;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a model server does with memory by design, as it was started.
 *
 * @param caches those that grow like a leak until they are full
 * @param advice what to try when its memory grows or is too much
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record ServerTraits(List<PromptCache> caches, List<ServerAdvice> advice) {

    /** Nothing is known of the server. */
    public static final ServerTraits NONE = new ServerTraits(List.of(), List.of());

    /** Copies the lists. */
    public ServerTraits {
        caches = List.copyOf(caches);
        advice = List.copyOf(advice);
    }
}
