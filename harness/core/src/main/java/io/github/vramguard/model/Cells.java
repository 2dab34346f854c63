package io.github.vramguard.model;

/**
 * How many tokens a cache has room for: {@code llama_context}, {@code llama_kv_cache_iswa} of llama.cpp v0.5.0
 * ({@code src/llama-context.cpp}, {@code src/llama-kv-cache-iswa.cpp}).
 *
 * @param context the tokens of context: the cells of all sequences together
 * @param each the cells of one cache
 * @param windowed the cells of one cache of a layer with a sliding window
 * @param visible the tokens that such a layer sees of one sequence; what is saved of the sequence has no others
 * @param caches one, or one for each sequence
 * @param ubatch the tokens that are computed at once, no more than the context
 */
record Cells(long context, long each, long windowed, long visible, int caches, int ubatch) {

    private static final int PADDING = 256;

    static Cells of(ModelShape model, ContextSettings settings) {
        long context = padded(settings.context() == 0 ? trainedContext(model) : settings.context());
        int ubatch = (int) Math.min(settings.ubatch(), context);
        int caches = settings.unified() ? 1 : settings.parallel();
        long each = padded(context / caches);
        long inWindow = (long) model.window() * (settings.unified() ? settings.parallel() : 1) + ubatch;
        long windowed = settings.swaFull() ? each : padded(Math.min(each, inWindow));
        long visible = Math.min(each, model.window());
        return new Cells(Math.multiplyExact(each, (long) caches), each, windowed, visible, caches, ubatch);
    }

    private static int trainedContext(ModelShape model) {
        return model.trainedContext()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the file does not say which context the model was trained for; give a number of tokens"));
    }

    private static long padded(long cells) {
        return (cells + PADDING - 1) / PADDING * PADDING;
    }
}
