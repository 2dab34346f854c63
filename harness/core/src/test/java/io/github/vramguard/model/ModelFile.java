package io.github.vramguard.model;

import io.github.vramguard.tinymodel.GgufWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A model file of metadata alone. */
final class ModelFile {

    private final GgufWriter writer = new GgufWriter();
    private final Path file;

    private ModelFile(Path file) {
        this.file = file;
    }

    /** The name of its architecture, and nothing else. */
    static ModelFile of(Path file, String architecture) {
        ModelFile model = new ModelFile(file);
        model.writer.text("general.architecture", architecture);
        return model;
    }

    /** 8 heads of 64 elements each, and nothing recurrent. */
    static ModelFile bare(Path file, String architecture, int layers) {
        return of(file, architecture)
                .uint32(architecture + ".block_count", layers)
                .uint32(architecture + ".context_length", 4096)
                .uint32(architecture + ".vocab_size", 1000)
                .uint32(architecture + ".embedding_length", 512)
                .uint32(architecture + ".attention.head_count", 8);
    }

    /** With the state space of Qwen3-Next, which counts only where an architecture is recurrent. */
    static ModelFile small(Path file, String architecture, int layers) {
        return bare(file, architecture, layers)
                .uint32(architecture + ".ssm.conv_kernel", 4)
                .uint32(architecture + ".ssm.inner_size", 4096)
                .uint32(architecture + ".ssm.state_size", 128)
                .uint32(architecture + ".ssm.group_count", 16);
    }

    ModelFile text(String key, String value) {
        writer.text(key, value);
        return this;
    }

    ModelFile uint32(String key, int value) {
        writer.uint32(key, value);
        return this;
    }

    ModelFile int32s(String key, List<Integer> values) {
        writer.int32s(key, values);
        return this;
    }

    /** A tensor of 32-bit floats. */
    ModelFile tensor(String name, int... shape) {
        writer.tensor(name, () -> 0, shape);
        return this;
    }

    Path write() throws IOException {
        return writer.writeTo(file);
    }

    KvCache read() throws IOException {
        return read(ContextSettings.of(8192));
    }

    KvCache read(ContextSettings settings) throws IOException {
        return Model.read(write()).cache(settings);
    }
}
