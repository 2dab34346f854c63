package io.github.vramguard.source.malloc;

import static java.util.stream.Collectors.groupingBy;

import io.github.vramguard.source.linux.Mapping;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Allocators of this process besides the {@code malloc} of glibc, by the libraries that are mapped. The file of each library is
 * searched once.
 */
final class OtherAllocators {

    private static final Path SELF = Path.of("/proc/self");
    private static final String JAVA = System.getProperty("java.home") + "/";

    /** Takes large blocks from malloc, and keeps them for further tensors. */
    private static final String ONNX_RUNTIME = "libonnxruntime.so";

    /**
     * What they have handed out.
     *
     * @param bytes the sum of those that keep a count
     * @param counted the allocators in the sum, each with its library
     * @param hidden the allocators without a count
     */
    record Count(long bytes, Set<String> counted, Set<String> hidden) {}

    private final Map<String, Set<AllocatorKind>> searched = new HashMap<>();

    Count read() {
        long[] bytes = {0};
        Set<String> counted = new TreeSet<>();
        Set<String> hidden = new TreeSet<>();
        Map<String, List<Mapping>> libraries = libraries();
        each(libraries, (library, kind) -> {
            OptionalLong allocated = kind.allocated(library);
            bytes[0] += allocated.orElse(0);
            (allocated.isPresent() ? counted : hidden).add(kind.label() + " in " + library.name());
        });
        if (libraries.values().stream()
                .anyMatch(mappings -> mappings.get(0).fileName().startsWith(ONNX_RUNTIME))) {
            hidden.add("the arenas of ONNX Runtime");
        }
        return new Count(bytes[0], counted, hidden);
    }

    /** Gives free pages back to the system. */
    void purge() {
        each(libraries(), (library, kind) -> kind.purge(library));
    }

    private void each(Map<String, List<Mapping>> libraries, BiConsumer<LoadedLibrary, AllocatorKind> visit) {
        libraries.forEach((file, mappings) -> {
            Set<AllocatorKind> kinds = searched.computeIfAbsent(file, OtherAllocators::allocatorsIn);
            Optional<LoadedLibrary> loaded = kinds.isEmpty() ? Optional.empty() : LoadedLibrary.open(file, mappings);
            loaded.ifPresent(library -> {
                try (library) {
                    kinds.forEach(kind -> visit.accept(library, kind));
                }
            });
        });
    }

    /** None in a file whose name the encoding of this JVM cannot express. */
    private static Set<AllocatorKind> allocatorsIn(String file) {
        try {
            return LibraryText.allocatorsIn(Path.of(file));
        } catch (InvalidPathException unknown) {
            return Set.of();
        }
    }

    /** The mapped files with code, and all mappings of each. */
    private static Map<String, List<Mapping>> libraries() {
        try {
            Map<String, List<Mapping>> files = Mapping.of(SELF).stream()
                    .filter(mapping ->
                            mapping.inode() != 0 && mapping.fileName().contains(".so"))
                    .filter(mapping -> !mapping.file().startsWith(JAVA))
                    .collect(groupingBy(Mapping::file));
            files.values().removeIf(mappings -> mappings.stream().noneMatch(Mapping::isCode));
            return files;
        } catch (IOException hiddenProc) {
            return Map.of();
        }
    }
}
