package io.github.vramguard.standin;

import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A library {@code libbundled.so}, in a temporary copy, with an allocator of its own, loaded into this JVM until it is closed. */
public final class BundledAllocator implements AutoCloseable {

    /** Its count as that of jemalloc. */
    public static final String JEMALLOC = "je_mallctl";

    /** Its count as that of tcmalloc. */
    public static final String TCMALLOC = "MallocExtension_GetNumericProperty";

    private final NativeLibrary library;

    private BundledAllocator(NativeLibrary library) {
        this.library = library;
    }

    /**
     * Makes and loads the library.
     *
     * @param directory where it is put
     * @param hidden functions that it shall not export
     * @return the allocator
     */
    public static BundledAllocator load(Path directory, String... hidden) {
        try {
            Path file = directory.resolve("libbundled8150473.so");
            Files.copy(Compiler.library("bundled.c", List.of(hidden)), file, StandardCopyOption.REPLACE_EXISTING);
            return new BundledAllocator(NativeLibrary.getInstance(file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a block that was written to} */
    public Pointer take(long bytes) {
        return library.getFunction("bundled_malloc").invokePointer(new Object[] {new NativeLong(bytes)});
    }

    /** Frees a block. */
    public void free(Pointer block, long bytes) {
        library.getFunction("bundled_free").invokeVoid(new Object[] {block, new NativeLong(bytes)});
    }

    @Override
    public void close() {
        library.close();
    }
}
