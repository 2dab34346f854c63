package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each kind of memory, left behind on purpose, is found in its own pool, with all pools measured. In a JVM of its own: threads
 * that other tests left to time out, as cached pools do after a minute, would be counted here.
 */
@Tag("alone")
class AttributionTests {

    @AfterEach
    void giveBack() {
        Planted.giveBack();
    }

    /** Of bytes the first digit: a thread that ends in the meantime returns the 16 KiB of buffers that NIO kept for it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    heap      | the Java heap grows 1
                    direct    | memory of direct buffers grows 2
                    nativ     | native memory grows 1
                    metaspace | metaspace grows
                    threads   | the number of threads grows by 1 every cycle
                    files     | the number of open files grows by 1 every cycle
                    children  | the number of child processes grows by 1 every cycle
                    """)
    void aLeakIsFoundInItsOwnPoolAndInNoOther(String method, String headline) {
        String message = Kit.quick().run(LeakTestCases.class, method).onlyFailure();

        assertThat(message).startsWith("@LeakTest AttributionTests.LeakTestCases." + method + "(): " + headline);
        assertThat(leaking(message)).containsExactly(method.equals("nativ") ? "native" : method);
    }

    private static List<String> leaking(String message) {
        return message.lines()
                .filter(line -> line.endsWith(" LEAK"))
                .map(line -> line.strip().split(" ")[0])
                .toList();
    }

    @Test
    void theSameGivenBackIsNoLeak() {
        Ran ran = Kit.quick().run(CleanTestCases.class);

        assertThat(ran.failures()).isEmpty();
        assertThat(ran.reported("vramguard.verdict")).containsExactly("passed");
    }

    @Test
    void oneRunIsEnoughToFindAChild() {
        String message =
                Kit.measuring("children").run(OneRunTestCases.class, "children").onlyFailure();

        assertThat(message)
                .startsWith(
                        "@NoLeak AttributionTests.OneRunTestCases.children(): the number of child processes ends 1 above its baseline");
    }

    @Test
    void oneRunIsEnoughToFindMoreNativeMemoryThanAFirstUseTakes() {
        String message =
                Kit.measuring("native").run(OneRunTestCases.class, "nativ").onlyFailure();

        assertThat(message).startsWith("@NoLeak AttributionTests.OneRunTestCases.nativ(): native memory ends 4");
    }

    static class LeakTestCases {

        @LeakTest
        void heap() {
            Planted.heap(1024);
        }

        @LeakTest
        void direct() {
            Planted.direct(256);
        }

        @LeakTest
        void nativ() {
            Planted.malloc(1024);
        }

        @LeakTest
        void metaspace() {
            Planted.classes();
            Planted.classes();
        }

        @LeakTest
        void threads() throws Exception {
            Planted.thread();
        }

        @LeakTest
        void files() throws Exception {
            Planted.file();
        }

        @LeakTest
        void children() throws Exception {
            Planted.child();
        }
    }

    static class CleanTestCases {

        @LeakTest
        void all() throws Exception {
            LeakTestCases each = new LeakTestCases();
            each.heap();
            each.direct();
            each.nativ();
            each.metaspace();
            each.threads();
            each.files();
            each.children();
        }

        @AfterEach
        void giveBack() {
            Planted.giveBack();
        }
    }

    static class OneRunTestCases {

        @Test
        @NoLeak
        void children() throws Exception {
            Planted.child();
        }

        @Test
        @NoLeak
        void nativ() {
            Planted.malloc(48 * 1024);
        }
    }
}
