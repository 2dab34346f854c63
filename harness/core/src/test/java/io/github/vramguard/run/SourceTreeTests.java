package io.github.vramguard.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTests {

    private static final String CLASS = "package com.acme;\nclass ModelTests {\n  void loads() {}\n}\n";

    @TempDir
    private Path repository;

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    private SourceTree tree() throws IOException {
        Files.createDirectories(repository.resolve(".git"));
        return SourceTree.of(repository.resolve("app"), Map.of());
    }

    @Test
    void aTestIsFoundBelowTheRootOfItsRepository() throws IOException {
        write("app/src/test/java/com/acme/ModelTests.java", CLASS);

        assertThat(tree().find("com.acme.ModelTests", "loads"))
                .contains(new SourceLocation("app/src/test/java/com/acme/ModelTests.java", 3));
        assertThat(tree().find("com.acme.ModelTests", null))
                .contains(new SourceLocation("app/src/test/java/com/acme/ModelTests.java", 2));
        assertThat(tree().find("com.acme.ModelTests", "inherited"))
                .contains(new SourceLocation("app/src/test/java/com/acme/ModelTests.java", null));
        assertThat(tree().find("com.acme.OtherTests", "loads")).isEmpty();
    }

    @Test
    void testsGoBeforeWhatTheyTest() throws IOException {
        write("app/src/main/java/com/acme/ModelTests.java", CLASS);
        write("app/src/integrationTest/java/com/acme/ModelTests.java", CLASS);

        assertThat(tree().find("com.acme.ModelTests", "loads"))
                .contains(new SourceLocation("app/src/integrationTest/java/com/acme/ModelTests.java", 3));
    }

    @Test
    void aKotlinFileMayHaveAnyNameAndPlace() throws IOException {
        write("app/src/test/kotlin/First.kt", "package com.other\nclass ModelTests {\n  fun loads() {}\n}\n");
        write(
                "app/src/test/kotlin/models/All.kt",
                "package com.acme\n\nclass A\nclass ModelTests {\n  fun loads() {}\n}\n");

        assertThat(tree().find("com.acme.ModelTests", "loads"))
                .contains(new SourceLocation("app/src/test/kotlin/models/All.kt", 5));
    }

    @Test
    void withoutGitTheRootIsWhatTheBuildServerNames() {
        Path module = repository.resolve("app");

        assertThat(SourceTree.of(module, Map.of("CI_PROJECT_DIR", repository.toString()))
                        .root())
                .isEqualTo(repository.toAbsolutePath());
        assertThat(SourceTree.of(module, Map.of("GITHUB_WORKSPACE", "/elsewhere"))
                        .root())
                .isEqualTo(module.toAbsolutePath());
    }

    @Test
    void aModuleWithoutSourcesIsNoError() throws IOException {
        assertThat(tree().find("com.acme.ModelTests", "loads")).isEmpty();
    }

    @Test
    void aFileInAnotherEncodingIsReadAllTheSame() throws IOException {
        Path file = repository.resolve("app/src/test/java/com/acme/ModelTests.java");
        Files.createDirectories(requireNonNull(file.getParent()));
        Files.writeString(file, "// M\u00FCller\n" + CLASS, StandardCharsets.ISO_8859_1);

        assertThat(tree().find("com.acme.ModelTests", "loads"))
                .contains(new SourceLocation("app/src/test/java/com/acme/ModelTests.java", 4));
    }

    @Test
    void thisTestIsFound() throws IOException {
        SourceTree here = SourceTree.of(Path.of(""), Map.of());
        SourceLocation location =
                here.find(getClass().getName(), "thisTestIsFound").orElseThrow();

        assertThat(Files.readAllLines(here.root().resolve(location.file())).get(requireNonNull(location.line()) - 1))
                .contains("void thisTestIsFound() throws IOException {");
    }
}
