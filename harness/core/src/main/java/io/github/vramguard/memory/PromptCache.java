package io.github.vramguard.memory;

import java.util.List;
import java.util.OptionalLong;

/**
 * A cache of a running server that keeps the state of each new prompt in host memory: by design, it grows like a leak until it
 * is full.
 *
 * @param name the cache and its server
 * @param limit the bytes at which it is full, empty if it has no limit
 * @param remedy the setting that switches it off
 * @param checkpoints how many checkpoints it keeps with a prompt
 */
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
         * The checkpoints of one cycle.
         *
         * @param turns what the contexts held in the cycles that were measured
         * @return the most that a cycle keeps
         */
        public int perCycle(List<Turn> turns) {
            long prompts = turns.stream().filter(turn -> turn.tokens() > 0).count();
            long cycles = Math.max(1, turns.stream().map(Turn::cycle).distinct().count());
            long longest = turns.stream().mapToLong(Turn::tokens).max().orElse(0);
            long each = least + longest / Math.max(1, step);
            return (int) Math.min(most, each * ((prompts + cycles - 1) / cycles));
        }
    }
}
