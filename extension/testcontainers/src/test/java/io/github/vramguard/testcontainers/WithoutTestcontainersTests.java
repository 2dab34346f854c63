package io.github.vramguard.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.Targets;
import io.github.vramguard.source.spi.StartedContainers;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Collection;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The service is harmless where Testcontainers is absent, or has not created a container. */
class WithoutTestcontainersTests {

    private static final String CLIENT = "org.testcontainers.DockerClientFactory";

    @Test
    void nothingIsStartedWhereTestcontainersIsAbsent() throws Exception {
        try (Isolated classes = new Isolated(entry -> !entry.contains("testcontainers-"))) {
            assertThat(classes.canLoad(CLIENT)).isFalse();
            assertThat(classes.ids()).isEmpty();
            assertThat(classes.target("thisJvmAndWhatItStarts")).doesNotContain("containers");
            assertThatThrownBy(() -> classes.target("of", "no target"))
                    .hasRootCauseMessage(
                            "java.lang.String cannot be measured; give a MemoryTarget, the id of a process, a"
                                    + " ProcessHandle, a Process, a supplier of one of them, or a container of Testcontainers");
        }
    }

    @Test
    void testcontainersIsNotTouchedBeforeItCreatesAContainer() throws Exception {
        try (Isolated classes = new Isolated(entry -> true)) {
            assertThat(classes.ids()).isEmpty();
            assertThat(classes.target("thisJvmAndWhatItStarts")).endsWith(" and the containers it started");
            assertThat(classes.hasLoaded(CLIENT)).isFalse();
            assertThat(classes.canLoad(CLIENT)).isTrue();
            assertThat(classes.hasLoaded(CLIENT)).isTrue();
        }
    }

    /** The class path of the tests, or a part of it, loaded anew. */
    private static final class Isolated extends URLClassLoader {

        Isolated(Predicate<String> entries) {
            super(urls(entries), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] urls(Predicate<String> entries) {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entries)
                    .map(Isolated::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String entry) {
            try {
                URI file = new File(entry).toURI();
                return file.toURL();
            } catch (IOException impossible) {
                throw new IllegalArgumentException(entry, impossible);
            }
        }

        boolean hasLoaded(String type) {
            return findLoadedClass(type) != null;
        }

        boolean canLoad(String type) {
            try {
                loadClass(type);
                return true;
            } catch (ClassNotFoundException absent) {
                return false;
            }
        }

        /** Services are found by the loader of the thread. */
        String target(String method, Object... arguments) throws ReflectiveOperationException {
            Class<?>[] types = Arrays.stream(arguments).map(any -> Object.class).toArray(Class<?>[]::new);
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(this);
            try {
                return loadClass(Targets.class.getName())
                        .getMethod(method, types)
                        .invoke(null, arguments)
                        .toString();
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }

        Collection<?> ids() throws ReflectiveOperationException {
            Class<?> service = loadClass(StartedContainers.class.getName());
            Object found = ServiceLoader.load(service, this).findFirst().orElseThrow();
            assertThat(found.getClass().getClassLoader()).isSameAs(this);
            return (Collection<?>) service.getMethod("ids").invoke(found);
        }
    }
}
