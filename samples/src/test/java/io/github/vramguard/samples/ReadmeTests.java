package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README and the pages beside it show is what the samples run. */
class ReadmeTests {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void eachBlockOfJavaStandsInASample() throws IOException {
        List<String> blocks = JAVA_BLOCK
                .matcher(read(Path.of("..", "README.md")) + pages())
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```java\n".length(), block.length() - "```".length()))
                .map(ReadmeTests::withoutIndentation)
                .toList();
        String samples = samples();

        assertThat(blocks).isNotEmpty().allSatisfy(block -> assertThat(samples).contains(block));
    }

    /** Without one, Maven picks a version, and an old Maven one that runs no test and reports success. */
    @Test
    void eachPluginIsOfAVersion() throws IOException {
        List<String> plugins = Pattern.compile("<plugin>.*?</plugin>", Pattern.DOTALL)
                .matcher(read(Path.of("..", "README.md")) + pages())
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(plugins).isNotEmpty().allMatch(plugin -> plugin.contains("<version>"));
    }

    private static String pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "docs"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(ReadmeTests::read)
                    .collect(Collectors.joining());
        }
    }

    private static String samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return withoutIndentation(String.join(
                    "\n",
                    files.filter(file -> file.toString().endsWith(".java"))
                            .map(ReadmeTests::read)
                            .toList()));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
    }
}
