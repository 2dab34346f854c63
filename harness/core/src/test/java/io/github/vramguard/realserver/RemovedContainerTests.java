package io.github.vramguard.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.message.Message;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServers;
import io.github.vramguard.source.ForkedJvm;
import io.github.vramguard.source.linux.KernelIds;
import io.github.vramguard.source.linux.Processes;
import io.github.vramguard.standin.StandIn;
import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A container that is removed while a process of its own holds a model on a GPU, which gives the memory back at once, late or never. */
@EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
@Tag("thorough")
class RemovedContainerTests {

    private static final long MODEL = 64 << 20;
    private static final int NEVER = 600_000;

    @TempDir
    Path models;

    @TempDir
    Path driver;

    @BeforeEach
    void aModel() throws IOException {
        assumeTrue(KernelIds.areIn(Path.of("/proc")), "the stand-in lists processes as in the initial PID namespace");
        TinyLlama.smallest().writeTo(models.resolve("tiny.gguf"));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "8, false"})
    void whatTheDriverNeverGivesBackIsFound(int cycles, boolean withThisJvm) throws Exception {
        try (ServerContainer router = RealLlamaServer.router(models).inContainer()) {
            OneProcess holder = holder(router);

            List<String> printed = removeInTheLast(cycles, withThisJvm, router, holder, NEVER);

            assertThat(printed)
                    .startsWith("Failed")
                    .element(1)
                    .asString()
                    .startsWith(
                            "removed: memory of gpu0 is still allocated for a process that has ended: 64 MiB for llama-server (pid "
                                    + holder.pid() + ")");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 300", "8, 0"})
    void whatTheDriverGivesBackIsNotBlamedOnTheContainer(int cycles, int delay) throws Exception {
        try (ServerContainer router = RealLlamaServer.router(models).inContainer()) {
            List<String> printed = removeInTheLast(cycles, false, router, holder(router), delay);

            assertThat(printed).startsWith("Inconclusive").noneMatch(line -> line.contains("still held"));
            assertThat(printed.get(1)).contains("gpu0", "has ended");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "8, 300"})
    void whatTheDriverGivesBackIsNotBlamedOnThisJvm(int cycles, int delay) throws Exception {
        try (ServerContainer router = RealLlamaServer.router(models).inContainer()) {
            assertThat(removeInTheLast(cycles, true, router, holder(router), delay))
                    .startsWith("Passed");
        }
    }

    /** The process of the model, which the router starts for it. */
    private static OneProcess holder(ServerContainer router) throws Exception {
        ModelServers.llamaServer(Connection.to(router.address())).load("tiny");
        return Processes.ofThisMachine().membersOf(Targets.container(router.id())).stream()
                .max(Comparator.comparingLong(OneProcess::started).thenComparingLong(OneProcess::pid))
                .orElseThrow();
    }

    private List<String> removeInTheLast(
            int cycles, boolean withThisJvm, ServerContainer container, OneProcess holder, int delay) {
        StandIn standIn = StandIn.start(driver).set("release.delay", delay);
        standIn.allocate(0, holder.pid(), MODEL);
        return ForkedJvm.of(
                        RemovesAContainer.class,
                        "-Djna.library.path=" + standIn.directory(),
                        "-Dcontainer=" + container.id(),
                        "-Dcycles=" + cycles,
                        "-DwithThisJvm=" + withThisJvm)
                .run();
    }

    /** In a JVM of its own, because a driver is looked for once in the life of a JVM. */
    static final class RemovesAContainer {

        private static final Map<String, String> SETTINGS =
                Map.of("vramguard.pools", "gpu0", "vramguard.settle.gpu-window", "1000");

        private RemovesAContainer() {}

        public static void main(String[] arguments) throws Exception {
            String id = System.getProperty("container");
            int cycles = Integer.getInteger("cycles");
            MemoryTarget container = Targets.container(id);
            MemoryTarget target = Boolean.getBoolean("withThisJvm")
                    ? Targets.together(List.of(Targets.thisJvm(), container))
                    : container;
            Measured measured = Measured.cycles(cycles, target, SETTINGS, cycle -> {
                if (cycle.number() == cycles) {
                    Docker.run("rm", "--force", id);
                }
            });
            System.out.println(measured.verdict().getClass().getSimpleName());
            System.out.println(Message.of("removed", measured.trace(), measured.verdict(), cycles));
        }
    }
}
