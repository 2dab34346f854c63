package io.github.vramguard.server;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.model.Speculation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a llama-server drafts tokens, and what it loads beside its model, by its command line (v0.7.0, {@code common/arg.cpp}). */
final class LlamaSpeculation {

    private static final String ITSELF = "draft-mtp";

    /** Those for which states are kept, so that rejected tokens can be taken back: {@code need_n_rs_seq}. */
    private static final Set<String> TAKING_BACK = Set.of(ITSELF, "draft-eagle3", "draft-dflash", "draft-dspark");

    private static final int USUAL_TOKENS = 3;

    private LlamaSpeculation() {}

    static Speculation of(CommandLine line) {
        List<String> types = types(line);
        boolean keepsStates = types.stream().anyMatch(TAKING_BACK::contains);
        return new Speculation(
                keepsStates
                        ? LlamaNumbers.count(line.setting("LLAMA_ARG_SPEC_DRAFT_N_MAX", "--spec-draft-n-max"))
                                .orElse(USUAL_TOKENS)
                        : 0,
                types.contains(ITSELF) && !hasDraftModel(line),
                LlamaNumbers.type(line.setting(
                        "LLAMA_ARG_SPEC_DRAFT_CACHE_TYPE_K", "-ctkd", "--spec-draft-type-k", "--cache-type-k-draft")),
                LlamaNumbers.type(line.setting(
                        "LLAMA_ARG_SPEC_DRAFT_CACHE_TYPE_V", "-ctvd", "--spec-draft-type-v", "--cache-type-v-draft")));
    }

    /** What is loaded beside the model, and not reckoned. */
    static List<String> besides(CommandLine line) {
        List<String> besides = new ArrayList<>();
        if (hasDraftModel(line)) {
            besides.add("a model that drafts tokens");
        }
        line.setting("", "--lora", "--lora-scaled").ifPresent(any -> besides.add("adapters (LoRA)"));
        return besides;
    }

    private static boolean hasDraftModel(CommandLine line) {
        return line.setting("LLAMA_ARG_SPEC_DRAFT_MODEL", "-md", "--model-draft", "--spec-draft-model")
                .or(() -> line.setting(
                        "LLAMA_ARG_SPEC_DRAFT_HF_REPO", "-hfd", "-hfrd", "--hf-repo-draft", "--spec-draft-hf"))
                .isPresent();
    }

    private static List<String> types(CommandLine line) {
        return line.setting("LLAMA_ARG_SPEC_TYPE", "--spec-type").stream()
                .flatMap(all -> List.of(all.split(",")).stream())
                .map(String::strip)
                .toList();
    }
}
