package io.github.vramguard.source.nvidia;

import static io.github.vramguard.source.nvidia.StandInNvml.GPU;
import static io.github.vramguard.source.nvidia.StandInNvml.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.source.ForkedJvm;
import io.github.vramguard.standin.Allocator;
import io.github.vramguard.standin.StandIn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** NVML in a JVM of its own. */
@EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
class NvmlProcessTests {

    @TempDir
    Path root;

    private ForkedJvm jvm(StandIn standIn) {
        return ForkedJvm.of(
                NvmlProcess.class,
                "-Djna.library.path=" + standIn.directory(),
                "-Dmachine=" + root,
                "-XX:ErrorFile=" + root.resolve("hs_err.log"),
                "-XX:-CreateCoredumpOnCrash");
    }

    @Test
    void theLibraryIsFoundByItsName() {
        FakeMachine.host(root);
        StandIn standIn = StandIn.start(root);
        try (Allocator server = standIn.allocator(0).alloc(40 * MIB)) {
            assertThat(jvm(standIn).run())
                    .containsExactly(GPU + " {" + server.pid() + "=Bytes[value=" + 40 * MIB + "]}");
        }
    }

    @Test
    void aCrashOfTheLibraryEndsTheJvmThatLoadedIt() {
        FakeMachine.host(root);
        StandIn standIn = StandIn.start(root).set("crash", "nvmlInit_v2");
        assertThat(jvm(standIn).exitStatus()).isNotZero();
        assertThat(root.resolve("hs_err.log")).content().contains("SIGSEGV", "nvmlInit_v2");
    }

    @Test
    void underWslTheLibraryThatWouldCrashIsNotLoaded() {
        FakeMachine.host(root).directory("dev/dxg");
        StandIn standIn = StandIn.start(root).set("crash", "nvmlInit_v2");
        assertThat(jvm(standIn).run()).containsExactly("NOT_SUPPORTED");
    }
}
