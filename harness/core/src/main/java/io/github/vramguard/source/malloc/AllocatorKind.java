package io.github.vramguard.source.malloc;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Allocators that libraries bring along. A library that includes one has its messages in it, even if it hides all symbols.
 *
 * <p>mimalloc is not asked: its statistics count pages, which resident memory shows as well.
 */
enum AllocatorKind {
    /** Of FreeBSD, Redis and Rust; DuckDB and Arrow include it. */
    JEMALLOC("jemalloc", "<jemalloc>: ") {
        @Override
        OptionalLong allocated(LoadedLibrary library) {
            return mallctl(library).stream()
                    .flatMapToLong(mallctl -> statistics(mallctl).stream())
                    .findFirst();
        }

        @Override
        void purge(LoadedLibrary library) {
            mallctl(library).ifPresent(mallctl -> call(mallctl, "arena.4096.purge", null, null));
        }
    },
    /** Of Microsoft. */
    MIMALLOC("mimalloc", "mimalloc: "),
    /** Of Google, with gperftools. */
    TCMALLOC("tcmalloc", "tcmalloc: ") {
        @Override
        OptionalLong allocated(LoadedLibrary library) {
            return library.find("MallocExtension_GetNumericProperty").stream()
                    .flatMapToLong(property -> property(property, "generic.current_allocated_bytes").stream())
                    .findFirst();
        }
    };

    /** With the prefixes of its own build, of Rust and of DuckDB. */
    private static final List<String> MALLCTL = List.of("mallctl", "je_mallctl", "_rjem_mallctl", "duckdb_je_mallctl");

    private static final NativeLong WORD = new NativeLong(Long.BYTES);
    private static final NativeLong NOTHING = new NativeLong(0);

    private final String label;
    private final String signature;

    AllocatorKind(String label, String signature) {
        this.label = label;
        this.signature = signature;
    }

    String label() {
        return label;
    }

    /** Text that each library with it contains. */
    String signature() {
        return signature;
    }

    /** Bytes that it handed out and that were not freed; empty if it keeps no count, or none that is exact. */
    OptionalLong allocated(LoadedLibrary library) {
        return OptionalLong.empty();
    }

    /** Gives free pages back to the system, if it offers that. */
    void purge(LoadedLibrary library) {}

    private static Optional<Function> mallctl(LoadedLibrary library) {
        return MALLCTL.stream().flatMap(symbol -> library.find(symbol).stream()).findFirst();
    }

    /** Its statistics are those of the last epoch, so a new one begins first. */
    private static OptionalLong statistics(Function mallctl) {
        try (Memory epoch = new Memory(Long.BYTES);
                Memory bytes = new Memory(Long.BYTES)) {
            epoch.setLong(0, 1);
            boolean isCounted =
                    call(mallctl, "epoch", null, epoch) == 0 && call(mallctl, "stats.allocated", bytes, null) == 0;
            return isCounted ? OptionalLong.of(bytes.getLong(0)) : OptionalLong.empty();
        }
    }

    private static int call(Function mallctl, String name, @Nullable Memory old, @Nullable Memory fresh) {
        try (Memory size = new Memory(Long.BYTES)) {
            size.setLong(0, Long.BYTES);
            return mallctl.invokeInt(
                    new Object[] {name, old, old == null ? null : size, fresh, fresh == null ? NOTHING : WORD});
        }
    }

    private static OptionalLong property(Function property, String name) {
        try (Memory bytes = new Memory(Long.BYTES)) {
            return property.invokeInt(new Object[] {name, bytes}) == 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(bytes.getLong(0));
        }
    }
}
