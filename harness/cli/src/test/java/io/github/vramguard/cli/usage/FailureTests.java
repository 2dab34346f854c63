package io.github.vramguard.cli.usage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vramguard.run.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTests {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("a"), "a: there is no such file or directory"),
                Arguments.of(new NoSuchFileException("a", null, "there is no run in it"), "a: there is no run in it"),
                Arguments.of(new AccessDeniedException("a"), "a: permission denied"),
                Arguments.of(new AccessDeniedException("b/.a.html123.tmp"), "b: permission denied"),
                Arguments.of(
                        new FileSystemException("b/.a.html123.tmp", "b/a.html", "Is a directory"),
                        "b/a.html: Is a directory"),
                Arguments.of(
                        new FileSystemException("b/a.html", null, "No space left on device"),
                        "b/a.html: No space left on device"),
                Arguments.of(new FileAlreadyExistsException("a"), "a: it exists and is not a directory"),
                Arguments.of(new NotDirectoryException("a"), "a: it is not a directory"),
                Arguments.of(new DirectoryNotEmptyException("a"), "a: it is a directory"),
                Arguments.of(new FileSystemException("a"), "a: FileSystemException"),
                Arguments.of(new UncheckedIOException(new AccessDeniedException("a")), "a: permission denied"),
                Arguments.of(new MalformedInputException(1), "this is not UTF-8 text"),
                Arguments.of(new IOException("the result could not be printed"), "the result could not be printed"),
                Arguments.of(new IOException(), "IOException"),
                Arguments.of(new BadInput("a\u001b[31m is refused"), "a?[31m is refused"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void areToldByTheFileAndWhatIsWrongWithIt(Exception failure, String words) {
        assertThat(Failure.inWords(failure)).isEqualTo(words);
    }

    @Test
    void aFileInThePlaceOfADirectoryIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        IOException failure = catchThrowableOfType(
                IOException.class, () -> AtomicFile.write(file.resolve("page.html"), "".getBytes(UTF_8)));

        assertThat(Failure.inWords(failure)).isEqualTo(file + ": it exists and is not a directory");
    }
}
