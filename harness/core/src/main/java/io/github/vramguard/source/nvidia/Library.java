package io.github.vramguard.source.nvidia;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.vramguard.source.linux.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** NVML in this process: its functions by name, some of which only some drivers have. */
final class Library {

    private static final int TEXT_SIZE = 96;
    private static final Path SELF = Path.of("/proc/self");

    private final NativeLibrary library;
    private final Map<String, Optional<Function>> functions = new HashMap<>();

    Library(NativeLibrary library) {
        this.library = library;
    }

    boolean has(String function) {
        return find(function).isPresent();
    }

    private Optional<Function> find(String function) {
        return functions.computeIfAbsent(function, this::look);
    }

    private Optional<Function> look(String function) {
        try {
            return Optional.of(library.getFunction(function));
        } catch (UnsatisfiedLinkError e) {
            return Optional.empty();
        }
    }

    /** Returns the file that a function was loaded from, where {@code /proc} has it. */
    Optional<String> fileOf(String function) {
        return find(function).map(Pointer::nativeValue).flatMap(Library::fileAt);
    }

    private static Optional<String> fileAt(long address) {
        try {
            return Mapping.of(SELF).stream()
                    .filter(mapping -> mapping.contains(address))
                    .map(Mapping::file)
                    .filter(file -> file.startsWith("/"))
                    .findFirst();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** Calls a function and returns its return code, or that of a missing function. */
    int invoke(String function, Object... arguments) {
        return find(function).map(found -> found.invokeInt(arguments)).orElse(ReturnCode.FUNCTION_NOT_FOUND.code());
    }

    void call(String function, Object... arguments) throws NvmlError {
        int code = invoke(function, arguments);
        if (code != ReturnCode.SUCCESS.code()) {
            throw NvmlError.of(function, code);
        }
    }

    /** The answer of a function whose last argument points to an integer. */
    int number(String function, Object... arguments) throws NvmlError {
        try (Memory answer = new Memory(Integer.BYTES)) {
            answer.clear();
            call(function, with(arguments, answer));
            return answer.getInt(0);
        }
    }

    /** The answer of a function whose last argument points to a handle. */
    Pointer handle(String function, Object... arguments) throws NvmlError {
        try (Memory answer = new Memory(Long.BYTES)) {
            answer.clear();
            call(function, with(arguments, answer));
            return new Pointer(answer.getLong(0));
        }
    }

    /** The answer of a function whose last arguments are a buffer for a text and its size. */
    String text(String function, Object... arguments) throws NvmlError {
        try (Memory answer = new Memory(TEXT_SIZE)) {
            answer.clear();
            call(function, with(arguments, answer, TEXT_SIZE - 1));
            return answer.getString(0, "US-ASCII");
        }
    }

    private static Object[] with(Object[] arguments, Object... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray();
    }
}
