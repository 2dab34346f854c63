package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vramguard.tinymodel.GgufWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that is split over several files is read as one. */
class SplitFilesTests {

    @TempDir
    private Path folder;

    @Test
    void anyPartStandsForTheWholeModel() throws IOException {
        writePart(1, 3);
        Path second = writePart(2, 3);
        writePart(3, 3);
        GgufHeader model = GgufFile.read(second);
        assertThat(model.tensors())
                .extracting(Tensor::name)
                .containsExactly("blk.1.weight", "blk.2.weight", "blk.3.weight");
        assertThat(model.metadata().number("part")).contains(1);
    }

    @Test
    void aMissingPartIsNamed() throws IOException {
        Path first = writePart(1, 3);
        writePart(2, 3);
        assertThatExceptionOfType(GgufException.class)
                .isThrownBy(() -> GgufFile.read(first))
                .withMessage(
                        folder.resolve("big-00003-of-00003.gguf") + " is missing: it is part 3 of 3 of a split model");
    }

    @Test
    void aRenamedPartCannotFindTheOthers() throws IOException {
        Path renamed = Files.move(writePart(1, 2), folder.resolve("renamed.gguf"));
        assertThatExceptionOfType(GgufException.class)
                .isThrownBy(() -> GgufFile.read(renamed))
                .withMessage(renamed + " is one of 2 parts, and is not named like NAME-00001-of-00002.gguf");
    }

    @Test
    void aPartOfAnotherSplitIsRefused() throws IOException {
        Path first = writePart(1, 2);
        Files.move(writePart(2, 3), folder.resolve("big-00002-of-00002.gguf"));
        assertThatExceptionOfType(GgufException.class)
                .isThrownBy(() -> GgufFile.read(first))
                .withMessageEndingWith("says that it is one of 3 parts, not of 2");
    }

    /** As llama.cpp does. */
    @Test
    void aPartThatIsAnotherOneIsRefused() throws IOException {
        Path first = writePart(1, 2);
        Files.copy(first, folder.resolve("big-00002-of-00002.gguf"));
        assertThatExceptionOfType(GgufException.class)
                .isThrownBy(() -> GgufFile.read(first))
                .withMessageEndingWith("big-00002-of-00002.gguf has the tensor blk.1.weight of an earlier part again");
    }

    @Test
    void morePartsThanAnyModelHasAreRefused() throws IOException {
        Path first = writePart(1, 99_999);
        assertThatExceptionOfType(GgufException.class)
                .isThrownBy(() -> GgufFile.read(first))
                .withMessage(first + " is one of 99999 parts, of which there can be 1024");
    }

    @Test
    void oneFileThatIsNamedLikeAPartIsWhole() throws IOException {
        Path only = Files.move(writePart(1, 1), folder.resolve("big-00001-of-00009.gguf"));
        assertThat(GgufFile.read(only).tensors()).hasSize(1);
    }

    private Path writePart(int number, int count) throws IOException {
        return new GgufWriter()
                .uint32("split.count", count)
                .uint32("part", number)
                .tensor("blk." + number + ".weight", () -> 1, 8)
                .writeTo(folder.resolve("big-%05d-of-%05d.gguf".formatted(number, count)));
    }
}
