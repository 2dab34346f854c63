package io.github.vramguard.model;

/** The bytes that layers of a model take in a context. */
record LayerSizing(ContextSettings settings, Cells cells, long widestValues, int states) {

    private static final int STATE_ELEMENT_BYTES = Float.BYTES;

    static LayerSizing of(ModelShape model, ContextSettings settings, Cells cells) {
        long widest = model.layers().stream().mapToLong(Layer::valueWidth).max().orElse(0);
        return new LayerSizing(settings, cells, widest, states(model, settings));
    }

    /** One for each sequence, and one more for each token of it that may have to be taken back. */
    static int states(ModelShape model, ContextSettings settings) {
        int drafted = model.architecture().rollsBack() ? settings.speculation().tokens() : 0;
        return Math.multiplyExact(settings.parallel(), Math.addExact(1, drafted));
    }

    LayerCache size(Layer layer) {
        long perToken = layer.heads() == 0
                ? 0
                : Math.addExact(Math.addExact(keyBytes(layer), valueBytes(layer)), indexBytes(layer));
        long cellsOfLayer =
                Math.multiplyExact(layer.windowed() ? cells.windowed() : cells.each(), (long) cells.caches());
        long state = Math.multiplyExact(layer.stateElements(), (long) STATE_ELEMENT_BYTES * states);
        return new LayerCache(layer.windowed(), perToken, Math.multiplyExact(perToken, cellsOfLayer), state);
    }

    /** Each key fills blocks of its own. */
    private long keyBytes(Layer layer) {
        return Math.multiplyExact(layer.heads(), settings.cacheTypeK().bytes(layer.keyLength()));
    }

    private long indexBytes(Layer layer) {
        return Math.addExact(
                settings.cacheTypeK().bytes(layer.indexKeyLength()),
                settings.cacheTypeV().bytes(layer.indexValueLength()));
    }

    /** Without flash attention values are stored transposed, all layers as wide as the widest. */
    private long valueBytes(Layer layer) {
        boolean widened = !settings.flashAttention() && layer.valueLength() > 0;
        return widened
                ? settings.cacheTypeV().bytes(widestValues)
                : Math.multiplyExact(layer.heads(), settings.cacheTypeV().bytes(layer.valueLength()));
    }
}
