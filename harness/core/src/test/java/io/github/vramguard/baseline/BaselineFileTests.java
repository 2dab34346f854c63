package io.github.vramguard.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.vramguard.run.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTests {

    @TempDir
    private Path directory;

    private static Machine machine(int gpus, String backend) {
        return new Machine("Linux amd64", "17", Collections.nCopies(gpus, "NVIDIA H200 (driver 570)"), backend);
    }

    private BaselineFile file(int gpus, String backend) {
        return BaselineFile.in(directory, machine(gpus, backend));
    }

    @Test
    void aClassOfMachinesHasAFileThatIsCalledLikeIt() {
        assertThat(file(1, "cuda").path())
                .isEqualTo(directory.resolve("linux-amd64-jdk-17-nvidia-h200-driver-570-cuda.txt"));
    }

    @Test
    void longNamesThatBeginAlikeHaveFilesOfTheirOwn() {
        assertThat(file(8, "cuda").path()).isNotEqualTo(file(8, "vulkan").path());
        assertThat(file(8, "cuda").path().getFileName().toString()).hasSizeLessThan(120);
    }

    @Test
    void thereIsNothingToReadWhereThereIsNoFile() throws IOException {
        assertThat(file(1, "").read()).isEmpty();
    }

    @Test
    void aFileOfAnotherClassIsNotRead() throws IOException {
        file(1, "cuda").write(Baseline.none(machine(1, "cuda")));
        Files.move(file(1, "cuda").path(), file(1, "").path());

        assertThatIOException()
                .isThrownBy(file(1, "")::read)
                .withMessageStartingWith(file(1, "").path() + ", line 1: ")
                .withMessageContaining("is not \"# VramGuard baseline for Linux amd64, JDK 17, NVIDIA H200");
    }

    @Test
    void aFileInAnotherEncodingIsNamed() throws IOException {
        file(1, "").write(Baseline.none(machine(1, "")));
        Files.write(file(1, "").path(), List.of("größer"), StandardCharsets.ISO_8859_1);

        assertThatIOException()
                .isThrownBy(file(1, "")::read)
                .withMessageStartingWith(file(1, "").path() + " is not in UTF-8");
    }
}
