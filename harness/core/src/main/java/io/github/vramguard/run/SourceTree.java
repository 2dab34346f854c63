package io.github.vramguard.run;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a module, as Maven and Gradle lay them out: {@code src/test/java}, {@code src/integrationTest/kotlin} and
 * so on.
 *
 * @param module the directory of the module
 * @param root the root of the repository
 */
public record SourceTree(Path module, Path root) {

    private static final List<String> ROOT_VARIABLES = List.of("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "WORKSPACE");
    private static final List<String> LANGUAGES = List.of("java", "kt", "groovy", "scala");
    private static final int DEPTH = 24;

    /**
     * The sources of a module. The root of its repository is the nearest directory above it with {@code .git} in it, or else
     * the directory that GitHub Actions, GitLab or Jenkins names if that is above it, or else the module itself.
     *
     * @param module the directory of the module, which is the working directory of tests in Maven and Gradle
     * @param environment the environment variables
     * @return the sources
     */
    public static SourceTree of(Path module, Map<String, String> environment) {
        Path absolute = module.toAbsolutePath().normalize();
        return new SourceTree(
                absolute,
                Stream.iterate(absolute, above -> above != null, Path::getParent)
                        .filter(above -> Files.exists(above.resolve(".git")))
                        .findFirst()
                        .or(() -> ROOT_VARIABLES.stream()
                                .map(environment::get)
                                .filter(named -> named != null && !named.isEmpty())
                                .map(named -> Path.of(named).toAbsolutePath().normalize())
                                .filter(absolute::startsWith)
                                .findFirst())
                        .orElse(absolute));
    }

    /**
     * Find a test.
     *
     * @param className the binary name of its class, for instance {@code com.acme.ModelTests$Cold}
     * @param method the name of its method; null for the class itself
     * @return where it is; empty if its source was not found
     */
    public Optional<SourceLocation> find(String className, @Nullable String method) {
        try {
            return file(className).map(file -> location(file, className, method));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private SourceLocation location(Path file, String className, @Nullable String method) {
        List<String> nested = List.of(simpleName(className).split("\\$"));
        SourceText text = SourceText.of(read(file));
        OptionalInt line = method == null ? text.lineOfClass(nested) : text.lineOfMethod(nested, method);
        return new SourceLocation(
                root.relativize(file).toString().replace('\\', '/'),
                line.isPresent() ? (Integer) line.getAsInt() : null);
    }

    /**
     * The declarations of a file are read in any encoding that has ASCII in it. No channel reads it, which would keep direct
     * buffers in the process that is measured.
     */
    private static String read(Path file) {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** The file that is named as the class, in the directory of its package; or else one that declares it. */
    private Optional<Path> file(String className) throws IOException {
        String outermost = className.split("\\$", 2)[0];
        List<Path> sets = sourceSets();
        Optional<Path> usual = sets.stream()
                .flatMap(set -> LANGUAGES.stream().map(end -> set.resolve(outermost.replace('.', '/') + "." + end)))
                .filter(Files::isRegularFile)
                .findFirst();
        return usual.isPresent() ? usual : elsewhere(sets, outermost);
    }

    /** {@code src/test/java} and its like, those of tests first. */
    private List<Path> sourceSets() throws IOException {
        try (Stream<Path> all = Files.walk(module.resolve("src"), 2)) {
            return all.filter(set -> module.relativize(set).getNameCount() == 3 && Files.isDirectory(set))
                    .sorted(Comparator.<Path, Boolean>comparing(
                                    set -> module.relativize(set).startsWith(Path.of("src", "main")))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /** Kotlin, Groovy and Scala let a file have any name, any number of classes, and lie anywhere. */
    private static Optional<Path> elsewhere(List<Path> sets, String outermost) throws IOException {
        for (Path set : sets) {
            try (Stream<Path> all =
                    Files.find(set, DEPTH, (file, attributes) -> attributes.isRegularFile() && isOfManyClasses(file))) {
                Optional<Path> found =
                        all.sorted().filter(file -> declares(file, outermost)).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOfManyClasses(Path file) {
        String name = String.valueOf(file.getFileName());
        return LANGUAGES.stream().skip(1).anyMatch(end -> name.endsWith("." + end));
    }

    private static boolean declares(Path file, String className) {
        SourceText text = SourceText.of(read(file));
        int dot = className.lastIndexOf('.');
        return text.isInPackage(className.substring(0, Math.max(0, dot)))
                && text.lineOfClass(List.of(className.substring(dot + 1))).isPresent();
    }
}
