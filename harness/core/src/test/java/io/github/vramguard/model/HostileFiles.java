package io.github.vramguard.model;

import io.github.vramguard.tinymodel.GgufWriter;
import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Model files that nobody would write by mistake alone: sound ones with several faults, made-up ones, and split ones. */
final class HostileFiles {

    private static final int MOST_PARTS = 4;
    private static final int MOST_FAULTS = 4;

    private final Path folder;
    private final Random random;
    private final MadeUpHeader madeUp;
    private final List<byte[]> sound = new ArrayList<>();

    HostileFiles(Path folder, long seed) throws IOException {
        this.folder = folder;
        random = new Random(seed);
        madeUp = new MadeUpHeader(random);
        Path tiny = TinyLlama.smallest().writeTo(folder.resolve("tiny"));
        byte[] header = Arrays.copyOf(Files.readAllBytes(tiny), 9000);
        sound.add(header);
        sound.add(withVersion2(header));
        sound.add(Files.readAllBytes(vocabulary().writeTo(folder.resolve("vocabulary"))));
    }

    private static byte[] withVersion2(byte[] header) {
        byte[] older = header.clone();
        older[4] = 2;
        return older;
    }

    private static GgufWriter vocabulary() {
        return new GgufWriter()
                .text("general.architecture", "gemma3")
                .uint32("gemma3.block_count", 6)
                .uint32("gemma3.context_length", 4096)
                .uint32("gemma3.embedding_length", 512)
                .int32s("gemma3.attention.head_count", List.of(8, 8, 8, 8, 8, 8))
                .int32s("gemma3.attention.sliding_window_pattern", List.of(1, 1, 1, 1, 1, 0))
                .uint32("gemma3.attention.sliding_window", 512)
                .texts("tokenizer.ggml.tokens", List.of("a", "bc", "", "def"))
                .float32s("tokenizer.ggml.scores", List.of(0f, 1f, 2f, 3f));
    }

    /** The next one; that before it may be gone. */
    Path next() throws IOException {
        return random.nextInt(8) == 0 ? split() : Files.write(folder.resolve("hostile.gguf"), bytes(1));
    }

    private byte[] bytes(int parts) {
        byte[] header = random.nextInt(3) == 0
                ? madeUp.bytes(parts)
                : sound.get(random.nextInt(sound.size())).clone();
        for (int faults = random.nextInt(MOST_FAULTS); faults > 0; faults--) {
            header = Fault.any(random).in(header, random);
        }
        return header;
    }

    /** The parts of one model, or what is said to be that; some are links to others, or to themselves. */
    private Path split() throws IOException {
        int parts = 2 + random.nextInt(MOST_PARTS - 1);
        for (int number = 1; number <= parts; number++) {
            Files.deleteIfExists(part(number, parts));
            if (random.nextInt(8) == 0) {
                link(part(number, parts), part(1 + random.nextInt(parts), parts));
            } else {
                Files.write(part(number, parts), madeUp.bytes(random.nextInt(8) == 0 ? random.nextInt() : parts));
            }
        }
        return part(1 + random.nextInt(parts), parts);
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createSymbolicLink(from, to.getFileName());
        } catch (UnsupportedOperationException | FileAlreadyExistsException e) {
            Files.write(from, new byte[0]);
        }
    }

    private Path part(int number, int parts) {
        return folder.resolve("hostile-%05d-of-%05d.gguf".formatted(number, parts));
    }
}
