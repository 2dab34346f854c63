package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a file fits into a small heap, whatever is in the file. */
@Tag("thorough")
class SmallHeapTests {

    private static final int LONGEST_LIST = 512;
    private static final int LONGEST_KEY = 1024;
    private static final int LONGEST_NAME = 256;

    @TempDir
    private Path folder;

    @Test
    void aLargeVocabularyFitsInto64MiB() throws Exception {
        Path file = LargeVocabulary.writeTo(folder.resolve("vocabulary.gguf"));
        assertThat(output(64, file)).contains("read and predicted");
    }

    /** Much of it is one buffer, and the rest is names of tensors. */
    @Test
    void littleIsAllocatedForIt() throws Exception {
        Path file = LargeVocabulary.writeTo(folder.resolve("vocabulary.gguf"));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Model.read(file);
        long before = threads.getCurrentThreadAllocatedBytes();
        Model.read(file);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isBetween(1L, 2L << 20);
    }

    @Test
    void theMostThatIsKeptOfAHostileFileFitsInto128MiB() throws Exception {
        for (int number = 1; number <= 2; number++) {
            hostile(number).writeTo(folder.resolve("hostile-%05d-of-00002.gguf".formatted(number)));
        }
        assertThat(output(128, folder.resolve("hostile-00001-of-00002.gguf")))
                .contains("hostile-00002-of-00002.gguf makes it more than 65536 tensors");
    }

    /** Else the tests above would prove nothing. */
    @Test
    void aHeapThatIsTooSmallIsNoticed() throws Exception {
        hostile(1).writeTo(folder.resolve("hostile-00001-of-00001.gguf"));
        assertThat(output(16, folder.resolve("hostile-00001-of-00001.gguf"))).contains("OutOfMemoryError");
    }

    /** As many keys and tensors as may be, all as long as may be. */
    private static RawGguf hostile(int part) {
        RawGguf file = RawGguf.claiming(GgufReader.MOST_TENSORS, GgufReader.MOST_KEYS);
        file.string("split.count").int32(ValueType.UINT32.ordinal()).int32(2);
        for (int i = 1; i < GgufReader.MOST_KEYS; i++) {
            file.string(name("k" + i, LONGEST_KEY)).int32(ValueType.ARRAY.ordinal());
            file.int32(ValueType.UINT64.ordinal()).int64(LONGEST_LIST);
            file.raw(new byte[LONGEST_LIST * Long.BYTES]);
        }
        for (int i = 0; i < GgufReader.MOST_TENSORS; i++) {
            file.string(name("part" + part + "." + i, LONGEST_NAME))
                    .int32(0)
                    .int32(0)
                    .int64(0);
        }
        return file;
    }

    private static String name(String beginning, int length) {
        return beginning + ".".repeat(length - beginning.length());
    }

    private String output(int mib, Path file) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process reader = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + mib + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadsAModel.class.getName(),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(reader.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return Files.readString(log);
    }

    /** Runs in the JVM with the small heap. */
    static final class ReadsAModel {

        private ReadsAModel() {}

        public static void main(String[] arguments) throws IOException {
            GgufFuzz.readAndPredict(Path.of(arguments[0]));
            System.out.println("read and predicted");
        }
    }
}
