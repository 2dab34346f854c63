package io.github.vramguard.source.jvm;

import io.github.vramguard.source.spi.MemorySource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A class that is loaded once more, in a class loader of its own. */
final class Twin {

    private Twin() {}

    static Class<?> load() throws IOException {
        String name = MemorySource.class.getName();
        try (InputStream in = MemorySource.class.getResourceAsStream("MemorySource.class")) {
            byte[] code = Objects.requireNonNull(in).readAllBytes();
            return new ClassLoader(MemorySource.class.getClassLoader()) {
                Class<?> define() {
                    return defineClass(name, code, 0, code.length);
                }
            }.define();
        }
    }
}
