package io.github.vramguard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds what a module exports to what is written down in its directory {@code api}, a file for each package. With
 * {@code -Dapi.update=true} the files are written anew, to be reviewed like code.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class PromisedApi {

    private final Exported module;
    private final SortedSet<String> known = new TreeSet<>();

    /**
     * @param type any type of the module
     * @param below types of the modules that it needs, whose exports may stand in its signatures
     */
    protected PromisedApi(Class<?> type, Class<?>... below) {
        module = Exported.of(type);
        known.addAll(module.packages());
        Arrays.stream(below).map(Exported::of).map(Exported::packages).forEach(known::addAll);
    }

    Stream<String> packages() {
        return module.packages().stream();
    }

    Stream<Class<?>> types() {
        return module.packages().stream().flatMap(room -> module.types(room).stream());
    }

    /** Other modules of the project need it, so that it has to be public; nothing is promised. */
    private static boolean isInternal(Class<?> type) {
        API api = type.getAnnotation(API.class);
        return api != null && api.status() == API.Status.INTERNAL
                || type.getDeclaringClass() != null && isInternal(type.getDeclaringClass());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void isWrittenDown(String room) throws IOException {
        String actual = Signatures.of(
                module.types(room).stream().filter(type -> !isInternal(type)).toList());
        Path file = Path.of("api", room + ".txt");
        if (Boolean.getBoolean("api.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(file)
                .as("the API of %s; -Dapi.update=true writes it anew", room)
                .exists();
        assertThat(actual).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }

    @Test
    void noPackageIsWrittenDownThatIsExportedNoMore() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("api"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.txt$", "")))
                    .containsExactlyInAnyOrderElementsOf(module.packages());
        }
    }

    @Test
    void saysOfEachTypeSinceWhenItIsPromised() {
        assertThat(types().filter(type -> type.getDeclaringClass() == null))
                .as("types without @API(since = …)")
                .allSatisfy(type -> assertThat(type.getAnnotation(API.class))
                        .as(type.getName())
                        .isNotNull()
                        .satisfies(api -> assertThat(api.since()).isNotEmpty()));
    }

    @Test
    void namesNoHiddenType() {
        assertThat(types().filter(type -> !isInternal(type)))
                .allSatisfy(type -> assertThat(named(type).filter(this::isHidden))
                        .as("types that users of %s cannot name", type)
                        .isEmpty());
    }

    private static Stream<Class<?>> named(Class<?> type) {
        Stream<Class<?>> fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> isReachable(field.getModifiers()))
                .map(Field::getType);
        Stream<Class<?>> results = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && isReachable(method.getModifiers()))
                .map(Method::getReturnType);
        Stream<Class<?>> parameters = Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
                .filter(executable -> !executable.isSynthetic() && isReachable(executable.getModifiers()))
                .flatMap(executable -> Arrays.stream(executable.getParameterTypes()));
        return Stream.of(fields, results, parameters).flatMap(each -> each);
    }

    private static boolean isReachable(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private boolean isHidden(Class<?> type) {
        Class<?> element = type.isArray() ? type.getComponentType() : type;
        return element.getName().startsWith("io.github.vramguard.")
                && (isInternal(element) || !known.contains(element.getPackageName()) || !Exported.isVisible(element));
    }

    /** A detector that cannot fail proves nothing. */
    @Test
    void seesWhatIsHidden() {
        record Hidden() {}

        assertThat(isHidden(Hidden.class)).isTrue();
        assertThat(List.of(String.class, int.class)).noneMatch(this::isHidden);
    }
}
