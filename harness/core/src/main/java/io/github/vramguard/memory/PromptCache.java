package io.github.vramguard.memory;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A cache of a running server that keeps the state of each new prompt in host memory: by design, it grows like a leak until it
 * is full.
 *
 * @param name the cache and its server
 * @param limit the bytes at which it is full, empty if it has no limit
 * @param remedy the setting that switches it off
 * @param checkpoints how many checkpoints it keeps with a prompt
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record PromptCache(String name, OptionalLong limit, String remedy, Checkpoints checkpoints) {

    /**
     * Copies of the part of a sequence that has an end, kept with the prompt: windows and recurrent state.
     *
     * @param most the most for one cycle
     * @param least how many each prompt has, however short
     * @param step a prompt has one more for each so many tokens
     */
    public record Checkpoints(long most, long least, long step) {

        /**
         * Returns the number of checkpoints of some prompts.
         *
         * @param prompts the prompts of one cycle
         * @param longest the tokens of the longest of them
         * @return the most that are stored
         */
        public int of(long prompts, long longest) {
            return (int) Math.min(most, prompts * (least + longest / Math.max(1, step)));
        }
    }
}
