package io.github.vramguard.source.malloc;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.vramguard.source.linux.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A shared library that this process has loaded already. It is held only as long as it is looked into, so that whoever loaded it
 * can unload it.
 */
final class LoadedLibrary implements AutoCloseable {

    /** {@code RTLD_LAZY} and {@code RTLD_NOLOAD}: a library that is not loaded stays so. */
    private static final int LOADED_ONLY = 0x1 | 0x4;

    private static final Pattern TEMPORARY = Pattern.compile("\\d{6,}");

    private final Pointer handle;
    private final List<Mapping> mappings;

    private LoadedLibrary(Pointer handle, List<Mapping> mappings) {
        this.handle = handle;
        this.mappings = mappings;
    }

    /**
     * Opens it.
     *
     * @param file as it is mapped
     * @param mappings those of the file, at least one
     * @return the library; empty if it is not loaded any more
     */
    static Optional<LoadedLibrary> open(String file, List<Mapping> mappings) {
        return Optional.ofNullable(function("dlopen").invokePointer(new Object[] {file, LOADED_ONLY}))
                .map(handle -> new LoadedLibrary(handle, mappings));
    }

    /** The name of its file, without the directory, and without the number of a temporary copy. */
    String name() {
        return TEMPORARY.matcher(mappings.get(0).fileName()).replaceFirst("");
    }

    /** Finds a function of this library, and not of one that it depends on. */
    Optional<Function> find(String symbol) {
        return Optional.ofNullable(function("dlsym").invokePointer(new Object[] {handle, symbol}))
                .filter(address ->
                        mappings.stream().anyMatch(mapping -> mapping.contains(Pointer.nativeValue(address))))
                .map(Function::getFunction);
    }

    private static Function function(String name) {
        return NativeLibrary.getProcess().getFunction(name);
    }

    @Override
    public void close() {
        function("dlclose").invokeInt(new Object[] {handle});
    }
}
