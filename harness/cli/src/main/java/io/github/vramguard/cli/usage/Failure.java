package io.github.vramguard.cli.usage;

import io.github.vramguard.cli.terminal.Printable;
import io.github.vramguard.memory.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/** What went wrong, in words: of files, the JDK often names the file and nothing else. */
public final class Failure {

    private Failure() {}

    /** The words, on one line. */
    public static String inWords(Exception failure) {
        return Printable.of(Secrets.without(words(failure)));
    }

    private static String words(Exception failure) {
        if (failure instanceof UncheckedIOException && failure.getCause() instanceof IOException cause) {
            return words(cause);
        }
        if (failure instanceof FileSystemException ofFile && ofFile.getFile() != null) {
            return place(ofFile) + ": " + reason(ofFile);
        }
        return failure instanceof CharacterCodingException
                ? "this is not UTF-8 text"
                : Optional.ofNullable(failure.getMessage()).orElse(name(failure));
    }

    private static String reason(FileSystemException failure) {
        return Optional.ofNullable(failure.getReason()).orElseGet(() -> kind(failure));
    }

    private static String kind(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "it exists and is not a directory";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is not a directory";
        }
        return failure instanceof DirectoryNotEmptyException ? "it is a directory" : name(failure);
    }

    /** What is written in one step has a hidden name until then, which says nothing to those who know its directory. */
    private static String place(FileSystemException failure) {
        String file = Optional.ofNullable(failure.getOtherFile()).orElse(failure.getFile());
        Path path = Path.of(file);
        Path directory = path.getParent();
        String name = String.valueOf(path.getFileName());
        return directory != null && name.startsWith(".") && name.endsWith(".tmp") ? directory.toString() : file;
    }

    private static String name(Exception failure) {
        return failure.getClass().getSimpleName();
    }
}
