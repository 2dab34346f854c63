package io.github.vramguard.model;

/**
 * How many tokens a cache has room for: {@code llama_context}, {@code llama_kv_cache_iswa} of llama.cpp v0.5.0
 * ({@code src/llama-context.cpp}, {@code src/llama-kv-cache-iswa.cpp}).
 *
 * @param context the tokens of context, padded
 * @param each the cells of one cache
 * @param windowed the cells of one cache of a layer with a sliding window
 * @param caches one, or one for each sequence
 * @param ubatch the tokens that are computed at once, no more than the context
 */
record Cells(long context, long each, long windowed, int caches, int ubatch) {

    private static final int PADDING = 256;

    static Cells of(ModelShape model, ContextSettings settings) {
        long context = padded(settings.context() == 0 ? model.trainedContext() : settings.context());
        int ubatch = (int) Math.min(settings.ubatch(), context);
        int caches = settings.unified() ? 1 : settings.parallel();
        long each = padded(context / caches);
        long inWindow = (long) model.window() * (settings.unified() ? settings.parallel() : 1) + ubatch;
        long windowed = settings.swaFull() ? each : padded(Math.min(each, inWindow));
        return new Cells(context, each, windowed, caches, ubatch);
    }

    private static long padded(long cells) {
        return (cells + PADDING - 1) / PADDING * PADDING;
    }
}
