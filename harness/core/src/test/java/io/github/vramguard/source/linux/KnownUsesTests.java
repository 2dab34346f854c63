package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownUsesTests {

    private static final String ONNX = """
            7f0000000000-7f0000004000 r--p 00000000 08:01 11 /tmp/onnxruntime-java8801/libonnxruntime.so
            7f0000004000-7f000000c000 r-xp 00004000 08:01 11 /tmp/onnxruntime-java8801/libonnxruntime.so
            7f000000c000-7f000000e000 rw-p 0000c000 08:01 11 /tmp/onnxruntime-java8801/libonnxruntime.so
            """;
    private static final String NO_LIBRARY = """
            7f1000000000-7f1008000000 r--s 00000000 08:01 12 /models/model.gguf
            7f2000000000-7f2000010000 rwxp 00000000 00:00 0
            7ffd00000000-7ffd00002000 r-xp 00000000 00:00 0 [vdso]
            """;
    private static final Use LIBRARY = Use.library("libonnxruntime.so", 0xe000);

    @TempDir
    Path process;

    private final KnownUses known = new KnownUses();

    @BeforeEach
    void openNothing() throws IOException {
        Files.createDirectory(process.resolve("fd"));
    }

    private void map(String mappings) throws IOException {
        Files.writeString(process.resolve("maps"), mappings);
    }

    @Test
    void aFileWithCodeIsALibraryAndAModelIsNone() throws IOException {
        map(ONNX + NO_LIBRARY);

        assertThat(known.of(process)).containsExactly(LIBRARY);
    }

    @Test
    void aLibraryThatWasUnloadedIsKnownWhenItComesBack() throws IOException {
        map(ONNX);
        List<Use> loaded = known.of(process);
        map("");

        assertThat(known.of(process)).isEqualTo(loaded);
    }

    @Test
    void aLibraryThatIsUnpackedAgainIsTheSame() throws IOException {
        for (String name :
                List.of("librocksdbjni123456.so", "librocksdbjni998877665544.so", "librocksdbjni123456.so (deleted)")) {
            map("7f0000004000-7f000000c000 r-xp 00004000 08:01 11 /tmp/" + name + "\n");
            assertThat(known.of(process)).as(name).extracting(Use::name).containsExactly("librocksdbjni#.so");
        }
        map("7f0000004000-7f000000c000 r-xp 00004000 08:01 11 /tmp/librocksdbjni-9.so\n");
        assertThat(known.of(process)).as("another library").hasSize(2);
    }

    @Test
    void archivesAndTheRandomDeviceStayOpenOnceTheyAreUsedAndOtherFilesDoNot() throws IOException {
        map("");
        Files.createSymbolicLink(process.resolve("fd/7"), Path.of("/m2/netty-common.jar"));
        Files.createSymbolicLink(process.resolve("fd/8"), Path.of("/dev/urandom"));
        Files.createSymbolicLink(process.resolve("fd/9"), Path.of("/models/model.gguf"));
        Files.createSymbolicLink(process.resolve("fd/10"), Path.of("socket:[4711]"));

        assertThat(known.of(process)).containsExactlyInAnyOrder(Use.file("netty-common.jar"), Use.file("urandom"));
    }

    @Test
    void ofAProcessThatCannotBeLookedIntoNothingIsKnown() {
        assertThat(known.of(process.resolve("gone"))).isEmpty();
    }

    @Test
    void thisJvmHasLoadedItself() {
        assertThat(known.of(Path.of("/proc/self"))).extracting(Use::name).contains("libjvm.so");
    }
}
