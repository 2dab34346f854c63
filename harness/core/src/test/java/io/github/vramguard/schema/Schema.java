package io.github.vramguard.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * A JSON schema of the docs.
 *
 * @param name the name of its file, without {@code .schema.json}
 * @param part the part of it that describes a document, for instance {@code #/$defs/line}
 */
public record Schema(String name, String part) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Schema named(String name) {
        return new Schema(name, "");
    }

    public Schema part(String part) {
        return new Schema(name, part);
    }

    /** A member that the schema does not know is allowed in files of later versions, and not in what is written today. */
    public Set<ValidationMessage> faults(JsonNode json) {
        try {
            ObjectNode schema = (ObjectNode)
                    JSON.readTree(Path.of("../../docs", name + ".schema.json").toFile());
            schema.findParents("required").stream()
                    .filter(type -> type.has("properties") && !type.has("additionalProperties"))
                    .forEach(type -> ((ObjectNode) type).put("additionalProperties", false));
            if (!part.isEmpty()) {
                schema.put("$ref", part);
            }
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<ValidationMessage> faults(String json) {
        return faults(read(json));
    }

    /** The faults of a document in which one member has another value, or is missing where the value is empty. */
    public Set<ValidationMessage> faultsWith(String json, String member, String value) {
        JsonNode document = read(json);
        int end = member.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) document.at(member.substring(0, end));
        String name = member.substring(end + 1);
        if (value.isEmpty()) {
            parent.remove(name);
        } else {
            parent.set(name, read(value));
        }
        return faults(document);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
