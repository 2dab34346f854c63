package io.github.vramguard.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/** A part of an answer, in which what is asked for is there or the answer is an error: an absent list is no empty one. */
record Json(Exchange exchange, JsonNode node) {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static Json of(Exchange exchange) throws ServerError {
        try {
            return new Json(exchange, MAPPER.readTree(exchange.body()));
        } catch (JsonProcessingException invalid) {
            throw exchange.unlike("no JSON (" + ServerError.excerpt(invalid.getOriginalMessage()) + ")");
        }
    }

    /** The beginning of a body for a request. */
    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    Json at(String field) {
        return new Json(exchange, node.path(field));
    }

    boolean has(String field) {
        return node.has(field);
    }

    List<Json> items() throws ServerError {
        require(node.isArray(), "no list");
        return StreamSupport.stream(node.spliterator(), false)
                .map(item -> new Json(exchange, item))
                .toList();
    }

    /** What is in an object, without what is null. */
    Map<String, Object> map() throws ServerError {
        require(node.isObject(), "no object");
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                map.put(entry.getKey(), MAPPER.convertValue(entry.getValue(), Object.class));
            }
        });
        return map;
    }

    /** A text of each item of a list. */
    List<String> texts(String field) throws ServerError {
        List<String> texts = new ArrayList<>();
        for (Json item : items()) {
            texts.add(item.text(field));
        }
        return texts;
    }

    String text(String field) throws ServerError {
        require(node.path(field).isTextual(), "no text \"" + field + "\"");
        return node.path(field).textValue();
    }

    boolean flag(String field) throws ServerError {
        require(node.path(field).isBoolean(), "no flag \"" + field + "\"");
        return node.path(field).booleanValue();
    }

    /** A number that is not negative; empty if the server does not report one. */
    OptionalLong amount(String field) {
        JsonNode value = node.path(field);
        boolean isAmount = value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0;
        return isAmount ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }

    private void require(boolean isThere, String what) throws ServerError {
        if (!isThere) {
            throw exchange.unlike(what);
        }
    }
}
