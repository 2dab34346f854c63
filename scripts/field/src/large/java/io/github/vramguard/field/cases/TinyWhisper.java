package io.github.vramguard.field.cases;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A model for whisper.cpp, all of whose weights are zero. */
final class TinyWhisper {

    private static final int VOCABULARY = 51864;
    private static final int AUDIO_CONTEXT = 1500;
    private static final int TEXT_CONTEXT = 448;
    private static final int WIDTH = 64;
    private static final int HEADS = 2;
    private static final int LAYERS = 4;
    private static final int MELS = 80;
    private static final int FFT = 201;

    private record Tensor(String name, int... shape) {}

    private TinyWhisper() {}

    static Path write() {
        try {
            Path file = Files.createTempFile("field", ".bin");
            file.toFile().deleteOnExit();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                integers(out, 0x67676d6c, VOCABULARY, AUDIO_CONTEXT, WIDTH, HEADS, LAYERS);
                integers(out, TEXT_CONTEXT, WIDTH, HEADS, LAYERS, MELS, 0);
                integers(out, MELS, FFT);
                out.write(new byte[Float.BYTES * MELS * FFT]);
                integers(out, 50257);
                for (int token = 0; token < 50257; token++) {
                    text(out, "t" + token);
                }
                for (Tensor tensor : tensors()) {
                    write(out, tensor);
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, Tensor tensor) throws IOException {
        byte[] name = tensor.name().getBytes(StandardCharsets.UTF_8);
        integers(out, tensor.shape().length, name.length, 0);
        integers(out, tensor.shape());
        out.write(name);
        int elements = 1;
        for (int size : tensor.shape()) {
            elements *= size;
        }
        out.write(new byte[Float.BYTES * elements]);
    }

    private static List<Tensor> tensors() {
        List<Tensor> all = new ArrayList<>();
        all.add(new Tensor("encoder.positional_embedding", WIDTH, AUDIO_CONTEXT));
        all.add(new Tensor("encoder.conv1.weight", 3, MELS, WIDTH));
        all.add(new Tensor("encoder.conv1.bias", 1, WIDTH));
        all.add(new Tensor("encoder.conv2.weight", 3, WIDTH, WIDTH));
        all.add(new Tensor("encoder.conv2.bias", 1, WIDTH));
        norm(all, "encoder.ln_post");
        all.add(new Tensor("decoder.positional_embedding", WIDTH, TEXT_CONTEXT));
        all.add(new Tensor("decoder.token_embedding.weight", WIDTH, VOCABULARY));
        norm(all, "decoder.ln");
        for (int layer = 0; layer < LAYERS; layer++) {
            block(all, "encoder.blocks." + layer);
            block(all, "decoder.blocks." + layer);
            norm(all, "decoder.blocks." + layer + ".cross_attn_ln");
            attention(all, "decoder.blocks." + layer + ".cross_attn");
        }
        return all;
    }

    private static void block(List<Tensor> all, String name) {
        norm(all, name + ".mlp_ln");
        all.add(new Tensor(name + ".mlp.0.weight", WIDTH, 4 * WIDTH));
        all.add(new Tensor(name + ".mlp.0.bias", 4 * WIDTH));
        all.add(new Tensor(name + ".mlp.2.weight", 4 * WIDTH, WIDTH));
        all.add(new Tensor(name + ".mlp.2.bias", WIDTH));
        norm(all, name + ".attn_ln");
        attention(all, name + ".attn");
    }

    private static void attention(List<Tensor> all, String name) {
        for (String part : List.of("query", "key", "value", "out")) {
            all.add(new Tensor(name + "." + part + ".weight", WIDTH, WIDTH));
            if (!part.equals("key")) {
                all.add(new Tensor(name + "." + part + ".bias", WIDTH));
            }
        }
    }

    private static void norm(List<Tensor> all, String name) {
        all.add(new Tensor(name + ".weight", WIDTH));
        all.add(new Tensor(name + ".bias", WIDTH));
    }

    private static void text(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        integers(out, bytes.length);
        out.write(bytes);
    }

    private static void integers(OutputStream out, int... values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putInt(value);
        }
        out.write(buffer.array());
    }
}
