package io.github.vramguard.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What llama.cpp printed for models and contexts. */
final class Golden {

    private static final JsonNode ALL = read();
    private static final Map<String, Model> MODELS = new ConcurrentHashMap<>();

    private Golden() {}

    static Stream<Case> cases() {
        return StreamSupport.stream(ALL.get("cases").spliterator(), false).map(Case::new);
    }

    static Model model(String name) {
        return MODELS.computeIfAbsent(
                name, any -> GoldenModel.with(metadata(any).properties()));
    }

    /** The model, were a number of its metadata twice as large. */
    static Model modelWithDoubled(String name, String key) {
        ObjectNode metadata = metadata(name).deepCopy();
        return GoldenModel.with(
                metadata.put(key, 2 * metadata.get(key).intValue()).properties());
    }

    /** An amount as {@code printf} shows it in C: two digits, ties to even. */
    static BigDecimal mib(long bytes) {
        return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1 << 20)).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static ObjectNode metadata(String name) {
        return (ObjectNode) ALL.get("metadata").get(name);
    }

    private static JsonNode read() {
        try (InputStream in = Golden.class.getResourceAsStream("/model/kv-golden.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A context that llama.cpp created, and what it printed for it. */
    record Case(JsonNode printed) {

        String modelName() {
            return printed.get("model").textValue();
        }

        Model model() {
            return Golden.model(modelName());
        }

        ContextSettings settings() {
            return new ContextSettings(
                    printed.get("n_ctx").intValue(),
                    printed.get("n_seq_max").intValue(),
                    printed.get("kv_unified").booleanValue(),
                    printed.get("n_ubatch").intValue(),
                    TensorType.named(printed.get("type_k").textValue()),
                    TensorType.named(printed.get("type_v").textValue()),
                    printed.get("swa_full").booleanValue(),
                    true);
        }

        BigDecimal mib(String name) {
            return printed.get(name).decimalValue().setScale(2, RoundingMode.UNNECESSARY);
        }

        /** The caches without and with a sliding window. */
        Stream<BigDecimal> caches() {
            return StreamSupport.stream(printed.get("kv_parts_mib").spliterator(), false)
                    .map(part -> part.decimalValue().setScale(2, RoundingMode.UNNECESSARY));
        }

        @Override
        public String toString() {
            return modelName() + " " + settings();
        }
    }
}
