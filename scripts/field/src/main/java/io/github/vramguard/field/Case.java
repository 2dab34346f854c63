package io.github.vramguard.field;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One cycle of using a library: {@code ok_…} uses it rightly, {@code leak_…} makes a mistake, {@code limit_…} makes one that the
 * documentation says is not found.
 *
 * @param type the class with the cases of a library; each cycle gets an instance of its own
 * @param method the case
 */
record Case(Class<?> type, Method method) {

    private static final String SUFFIX = "Cases";

    /** All cases that were compiled. */
    static List<Case> all() {
        Path folder = Path.of(Case.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .resolve(Case.class.getPackageName().replace('.', '/'))
                .resolve("cases");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".class", ""))
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .flatMap(Case::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By a name such as {@code Jna.ok_memoryClosed}. */
    static Case named(String name) {
        return of(name.substring(0, name.indexOf('.')) + SUFFIX)
                .filter(found -> found.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no case " + name));
    }

    private static Stream<Case> of(String className) {
        Class<?> type;
        try {
            type = Class.forName(
                    Case.class.getPackageName() + ".cases." + className, false, Case.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("There are no cases in " + className, e);
        }
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().matches("(ok|leak|limit)_.*"))
                .sorted(Comparator.comparing(method -> method.getName().replaceFirst("^ok_", "")))
                .map(method -> new Case(type, method));
    }

    String name() {
        return type.getSimpleName().replace(SUFFIX, "") + "." + method.getName();
    }

    boolean isClean() {
        return method.getName().startsWith("ok_");
    }

    boolean isMistake() {
        return method.getName().startsWith("leak_");
    }

    boolean isLimit() {
        return !isClean() && !isMistake();
    }

    int oldestJdk() {
        Needs needs = type.getAnnotation(Needs.class);
        return needs == null ? 17 : needs.jdk();
    }

    List<String> options() {
        Needs needs = type.getAnnotation(Needs.class);
        return needs == null ? List.of() : List.of(needs.options());
    }

    /** Makes what the test shares with others, as {@code @BeforeAll} does. */
    void prepare() throws ClassNotFoundException {
        Needs needs = method.getAnnotation(Needs.class);
        if (needs != null && needs.shared()) {
            Class.forName(type.getName() + "$Shared", true, type.getClassLoader());
        }
    }

    void run() throws Exception {
        try {
            method.invoke(type.getConstructor().newInstance());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
