package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.standin.StandIn;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first run of clean code does not fail, and memory that is forgotten without a first use does. */
class FirstUseTests {

    @BeforeAll
    static void warmUp() {
        Kit.quick().run(ForgetfulTestCases.class, "nothing");
    }

    @AfterEach
    void giveBack() {
        Planted.giveBack();
    }

    @Test
    @EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = "the library takes Linux and a C compiler named cc")
    void theTablesOfALibraryAreExplainedOnceAndTheSecondRunIsStrict(@TempDir Path directory) throws Exception {
        LibraryTestCases.library = LibraryWithTables.compile(directory, "libwithtables");

        Ran ran = Kit.measuring("native").run(LibraryTestCases.class);

        assertThat(ran.reported("vramguard.verdict")).containsExactly("inconclusive", "passed", "failed");
        assertThat(ran.reported("vramguard.message").get(0))
                .startsWith("@NoLeak FirstUseTests.LibraryTestCases.firstUse(): inconclusive, native: 1")
                .contains("libwithtables.so (12 MiB) was loaded in this run");
        assertThat(ran.onlyFailure())
                .startsWith("@NoLeak FirstUseTests.LibraryTestCases.usedAgainAndForgotten(): native memory ends 1")
                .contains("nothing was used for the first time in this run");
    }

    @Test
    @EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = "the library takes Linux and a C compiler named cc")
    void aFirstUseExplainsNoMoreThanTheSizeOfTheLibrary(@TempDir Path directory) throws Exception {
        LibraryTestCases.library = LibraryWithTables.compile(directory, "libwithtablesandmore");

        assertThat(Kit.measuring("native")
                        .run(LibraryTestCases.class, "usedAgainAndForgotten")
                        .onlyFailure())
                .contains("native memory ends 2", "libwithtablesandmore.so (12 MiB) was loaded");
    }

    @ParameterizedTest
    @CsvSource({
        "native, malloc, native memory ends 8",
        "heap, heap, the Java heap ends 6",
        "threads, thread, the number of threads ends 1 above its baseline",
        "files, file, the number of open files ends 1 above its baseline",
    })
    void whatIsForgottenWithoutAFirstUseFails(String pool, String method, String headline) {
        assertThat(Kit.measuring(pool).run(ForgetfulTestCases.class, method).onlyFailure())
                .startsWith("@NoLeak FirstUseTests.ForgetfulTestCases." + method + "(): " + headline);
    }

    @Test
    void manyClassesExplainTheCachesOfALibraryAndAFewDoNot() {
        assertThat(Kit.measuring("heap")
                        .run(ForgetfulTestCases.class, "heapWithManyClasses")
                        .reported("vramguard.message"))
                .singleElement()
                .asString()
                .contains("inconclusive, heap: 6")
                .containsPattern("4\\d\\d classes were loaded in this run");
        assertThat(Kit.measuring("heap")
                        .run(ForgetfulTestCases.class, "heapWithFewClasses")
                        .onlyFailure())
                .startsWith("@NoLeak FirstUseTests.ForgetfulTestCases.heapWithFewClasses(): the Java heap ends 6");
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    @NoLeak
    static class LibraryTestCases {

        private static LibraryWithTables library;

        @Test
        void firstUse() {
            library.forget(0);
        }

        @Test
        void usedAgain() {
            library.forget(0);
        }

        @Test
        void usedAgainAndForgotten() {
            library.forget(12);
        }
    }

    @NoLeak
    static class ForgetfulTestCases {

        private static final List<Class<?>> CLASSES = new ArrayList<>();

        @Test
        void nothing() throws Exception {
            Planted.malloc(64);
            Planted.thread();
            Planted.file();
            load(1);
            Planted.giveBack();
        }

        @Test
        void malloc() {
            Planted.malloc((8 << 10) + 512);
        }

        @Test
        void heap() {
            Planted.heap((6 << 10) + 512);
        }

        @Test
        void thread() throws Exception {
            Planted.thread();
        }

        @Test
        void file() throws Exception {
            Planted.file();
        }

        @Test
        void heapWithManyClasses() throws Exception {
            load(400);
            Planted.heap((6 << 10) + 512);
        }

        @Test
        void heapWithFewClasses() throws Exception {
            load(20);
            Planted.heap((6 << 10) + 512);
        }

        private static void load(int classes) throws Exception {
            try (InputStream in = FirstUseTests.class.getResourceAsStream("FirstUseTests$Small.class")) {
                byte[] code = in.readAllBytes();
                for (int i = 0; i < classes; i++) {
                    CLASSES.add(MethodHandles.lookup()
                            .defineHiddenClass(code, false)
                            .lookupClass());
                }
            }
        }
    }

    /** Loaded many times. */
    static final class Small {

        private Small() {}
    }
}
