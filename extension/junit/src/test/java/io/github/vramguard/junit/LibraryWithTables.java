package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A library of 12 MiB that fills tables of 11 MiB when it is loaded, as model libraries do, and that can forget memory. */
final class LibraryWithTables {

    private static final String SOURCE = """
            #include <stdlib.h>
            #include <string.h>
            __attribute__((used)) static const char code[12 << 20] = {1};
            void forget(int mebibytes) { memset(malloc((size_t) mebibytes << 20), 1, (size_t) mebibytes << 20); }
            __attribute__((constructor)) static void fill_tables(void) { forget(11); }
            """;

    private static final List<NativeLibrary> LOADED = new ArrayList<>();

    private final Path file;

    private LibraryWithTables(Path file) {
        this.file = file;
    }

    static LibraryWithTables compile(Path directory, String name) throws IOException, InterruptedException {
        Path source = Files.writeString(directory.resolve(name + ".c"), SOURCE);
        Path library = directory.resolve(name + ".so");
        Process compiler = new ProcessBuilder(
                        "cc", "-shared", "-fPIC", "-O0", "-o", library.toString(), source.toString())
                .inheritIO()
                .start();
        try {
            assertThat(compiler.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            compiler.destroyForcibly();
        }
        return new LibraryWithTables(library);
    }

    /** Loads the library if need be, and forgets some memory. */
    void forget(int mebibytes) {
        NativeLibrary library = NativeLibrary.getInstance(file.toString());
        LOADED.add(library);
        Function forget = library.getFunction("forget");
        forget.invokeVoid(new Object[] {mebibytes});
    }
}
