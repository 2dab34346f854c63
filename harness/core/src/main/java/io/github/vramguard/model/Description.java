package io.github.vramguard.model;

import io.github.vramguard.model.MetadataValue.Skipped;
import io.github.vramguard.model.MetadataValue.Text;
import io.github.vramguard.model.MetadataValue.Whole;
import io.github.vramguard.model.MetadataValue.Wholes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The header of a model file as another program has read it, such as a server. */
record Description(String source, Map<String, ?> metadata, List<TensorShape> shapes) {

    private static final String TOKENS = "tokenizer.ggml.tokens";
    private static final String EMBEDDINGS = "token_embd.weight";

    GgufHeader header() throws GgufException {
        Map<String, Metadata.Entry> entries = new HashMap<>();
        metadata.forEach((key, value) ->
                value(value).ifPresent(known -> entries.put(key, new Metadata.Entry(OptionalLong.empty(), known))));
        if (!entries.containsKey(TOKENS)) {
            vocabulary().ifPresent(tokens -> entries.put(TOKENS, new Metadata.Entry(OptionalLong.empty(), tokens)));
        }
        return new GgufHeader(new Metadata(source, entries), tensors());
    }

    private static Optional<MetadataValue> value(Object value) {
        if (value instanceof String text) {
            return Optional.of(new Text(text));
        }
        if (value instanceof List<?> list) {
            return Optional.of(list(list));
        }
        return whole(value).map(Whole::new);
    }

    private static MetadataValue list(List<?> list) {
        List<Long> wholes =
                list.stream().flatMap(element -> whole(element).stream()).toList();
        return wholes.size() == list.size() ? new Wholes(wholes) : new Skipped("array", list.size());
    }

    private static Optional<Long> whole(Object value) {
        if (value instanceof Boolean flag) {
            return Optional.of(flag ? 1L : 0L);
        }
        return value instanceof Integer || value instanceof Long
                ? Optional.of(((Number) value).longValue())
                : Optional.empty();
    }

    /** Each token has an embedding. */
    private Optional<MetadataValue> vocabulary() {
        return shapes.stream()
                .filter(tensor ->
                        tensor.name().equals(EMBEDDINGS) && tensor.shape().size() == 2)
                .findFirst()
                .map(embeddings -> new Skipped("array", embeddings.shape().get(1)));
    }

    private List<Tensor> tensors() throws GgufException {
        List<Tensor> tensors = new ArrayList<>();
        for (TensorShape shape : shapes) {
            try {
                tensors.add(Tensor.of(shape.name(), shape.type(), shape.shape()));
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new GgufException(
                        source,
                        "says of " + shape.name(),
                        "a shape that " + shape.type() + " can have",
                        shape.shape().toString());
            }
        }
        return List.copyOf(tensors);
    }
}
