package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of {@code docs/models.md} are what the arithmetic gives. */
class ModelsPageTests {

    private static final long GIB = 1L << 30;
    private static final int[] CONTEXTS = {1024, 8192, 32_768};

    private static final Rumour OF_7B = new Rumour("7B", 4 * GIB);
    private static final Rumour OF_14B = new Rumour("14B", 8 * GIB);
    private static final Rumour OF_70B = new Rumour("70B", 40 * GIB);

    @TempDir
    private Path folder;

    @Test
    void eachModelIsHeldAgainstItsRowOfTheTableThatCirculates() throws IOException {
        List<String> expected = new ArrayList<>();
        expected.add(row(OF_7B, new PublishedModel("Llama 3.1 8B", "llama", 32, 4096, 32, 8, 128)));
        expected.add(row(OF_7B, new PublishedModel("Mistral 7B", "llama", 32, 4096, 32, 8, 128)));
        expected.add(row(OF_7B, new PublishedModel("Llama 2 7B", "llama", 32, 4096, 32, 32, 128)));
        expected.add(row(OF_7B, new PublishedModel("Qwen2.5 7B", "qwen2", 28, 3584, 28, 4, 128)));
        expected.add(row(OF_7B, new PublishedModel("Qwen3 8B", "qwen3", 36, 4096, 32, 8, 128)));
        expected.add(row(OF_14B, new PublishedModel("Qwen2.5 32B", "qwen2", 64, 5120, 40, 8, 128)));
        expected.add(row(OF_14B, new PublishedModel("Qwen2.5 14B", "qwen2", 48, 5120, 40, 8, 128)));
        expected.add(row(OF_14B, new PublishedModel("Qwen3 14B", "qwen3", 40, 5120, 40, 8, 128)));
        expected.add(row(OF_14B, new PublishedModel("Phi-4", "phi3", 40, 5120, 40, 10, 128)));
        expected.add(row(OF_14B, new PublishedModel("Llama 2 13B", "llama", 40, 5120, 40, 40, 128)));
        expected.add(row(OF_70B, new PublishedModel("Llama 3 70B", "llama", 80, 8192, 64, 8, 128)));
        assertThat(tableAfter("| row | model |")).containsExactlyElementsOf(expected);
    }

    @Test
    void someModelsTakeNoSuchAmountForEachToken() throws IOException {
        assertThat(tableAfter("| model | why |"))
                .containsExactly(
                        row("Gemma 3 27B", "gemma3-27b", "5 of 6 layers see 1024 tokens"),
                        row("gpt-oss 20B", "gptoss-20b", "every second layer sees 128 tokens"),
                        row("DeepSeek V2 Lite", "dsv2lite-mla", "keys and values are one short vector"),
                        row("Jamba 0.1", "jamba-v0.1", "4 of 32 layers cache anything"),
                        row("Mamba Codestral 7B", "mamba-codestral-7b", "a state of fixed size in place of a cache"));
    }

    private String row(Rumour rumour, PublishedModel published) throws IOException {
        Model model = Model.read(published.writeTo(folder.resolve("header.gguf")));
        List<String> cells = new ArrayList<>(List.of(
                rumour.row,
                published.name(),
                Integer.toString(published.layers()),
                Integer.toString(published.kvHeads()),
                Integer.toString(published.headLength()),
                new ByteSize(model.cache(ContextSettings.of(1024)).bytesPerToken()).toString()));
        cells.addAll(sizes(model));
        cells.add(rumour.against(bytes(model, 32_768)));
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String row(String name, String golden, String why) {
        List<String> cells = new ArrayList<>(List.of(name, why));
        cells.addAll(sizes(Golden.model(golden)));
        return "| " + String.join(" | ", cells) + " |";
    }

    private static List<String> sizes(Model model) {
        return IntStream.of(CONTEXTS)
                .mapToObj(context -> new ByteSize(bytes(model, context)).toString())
                .toList();
    }

    private static long bytes(Model model, int context) {
        KvCache cache = model.cache(ContextSettings.of(context));
        return cache.kvBytes() + cache.stateBytes();
    }

    private static List<String> tableAfter(String heading) throws IOException {
        return Files.readAllLines(Path.of("..", "..", "docs", "models.md")).stream()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    /** What a row of the table says for 32768 tokens. */
    private record Rumour(String row, long bytes) {

        String against(long predicted) {
            double factor = Math.max((double) bytes / predicted, (double) predicted / bytes);
            if (factor < 1.01) {
                return "right";
            }
            return String.format(Locale.ROOT, "%.1f times too %s", factor, bytes > predicted ? "much" : "little");
        }
    }
}
