package io.github.vramguard.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vramguard.cli.usage.BadInput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This JVM stands in for the server. */
class ServerFileTests {

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadByThePathOfTheServer() throws IOException {
        Path file = Files.writeString(folder.resolve("a.gguf"), "a model");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new ServerFile(url(socket.getLocalPort()), file.toString()).fromHere())
                    .hasContent("a model");
        }
    }

    @Test
    void soItIsWhereTheProcessCannotBeSeen() throws IOException {
        Path file = Files.writeString(folder.resolve("a.gguf"), "a model");
        assertThat(new ServerFile(url(0), file.toString()).fromHere()).isEqualTo(file);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRelativePathStartsWhereTheServerWasStarted() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path found = new ServerFile(url(socket.getLocalPort()), "pom.xml").fromHere();
            assertThat(found.toString()).startsWith("/proc/").endsWith("/cwd/pom.xml");
            assertThat(found).hasSameTextualContentAs(Path.of("pom.xml"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/models/none.gguf", "none.gguf", "C:\\models\\none.gguf"})
    void aFileOfAContainerHasToBeCopied(String path) throws IOException {
        URI nobody = url(0);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> new ServerFile(nobody, path).fromHere())
                .withMessageStartingWith("the model is " + path + " for the server at " + nobody)
                .withMessageContaining("docker cp CONTAINER:" + path);
    }

    @Test
    void aPathThatNoFileHasIsRefused() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> new ServerFile(url(0), "/a\0\033[2J").fromHere())
                .withMessageStartingWith("the model is /a??[2J for the server");
    }

    @Test
    void anotherMachineHasItsFilesForItself() throws IOException {
        Path file = Files.createFile(folder.resolve("a.gguf"));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> new ServerFile(URI.create("http://192.0.2.1:8080"), file.toString()).fromHere())
                .withMessageStartingWith("the model is the file " + file + " on 192.0.2.1, and only its path");
    }

    private static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
