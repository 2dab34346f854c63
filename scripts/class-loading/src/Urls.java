import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The same from a jar. */
final class Urls {

    private Urls() {}

    static Path jar(Map<String, byte[]> classes) throws Exception {
        Path jar = Files.createTempFile("plugin", ".jar");
        jar.toFile().deleteOnExit();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> type : classes.entrySet()) {
                out.putNextEntry(new JarEntry(type.getKey().replace('.', '/') + ".class"));
                out.write(type.getValue());
            }
        }
        return jar;
    }

    static ClassLoader load(Path jar, Iterable<String> names) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            for (String name : names) {
                Class<?> type = Class.forName(name, true, loader);
                type.getMethod("answer0").invoke(type.getConstructor().newInstance());
            }
            return loader;
        }
    }
}
