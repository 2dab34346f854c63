package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.Targets;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.memory.MemoryTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Tests that are about the memory of somebody else. */
@EnabledOnOs(OS.LINUX)
class MeasuredTargetTests {

    private static final Server SERVER = new Server();

    /** A server that starts a process for each model, and forgets it on demand. */
    static final class Server {

        private @Nullable Process process;

        void start() {
            try {
                process = new ProcessBuilder(
                                "/bin/sh",
                                "-c",
                                "while read command; do if [ $command = load ]; then sleep 300 & echo $!;"
                                        + " else kill $!; wait $! 2>/dev/null; echo done; fi; done")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Process process() {
            if (process == null) {
                throw new IllegalStateException("not started");
            }
            return process;
        }

        void ask(String command) {
            try {
                process().outputWriter().write(command + "\n");
                process().outputWriter().flush();
                process().inputReader().readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end() {
            if (process != null) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void end() {
        SERVER.end();
    }

    @AfterEach
    void giveBack() {
        Planted.giveBack();
    }

    private static Ran run(Class<?> type, String method) {
        return Kit.measuring("children,files").run(type, method);
    }

    @Test
    void aLeakOfTheMeasuredServerIsFound() {
        String message = run(FieldCases.class, "forgets").onlyFailure();
        assertThat(message)
                .startsWith(
                        "@LeakTest MeasuredTargetTests.FieldCases.forgets(): the number of child processes grows by 1 every cycle")
                .contains("sh (pid " + SERVER.process().pid() + ") and its descendants")
                .contains("sleep (pid ");
        assertThat(message.lines().filter(line -> line.contains("still running")))
                .isNotEmpty();
    }

    @Test
    void aServerThatEndsWhatItStartedIsKept() {
        Ran ran = run(FieldCases.class, "unloads");
        assertThat(ran.failures()).isEmpty();
        assertThat(ran.reported("vramguard.verdict")).containsExactly("passed");
    }

    @Test
    void whatThisJvmKeepsIsThenNobodysConcern() {
        assertThat(run(FieldCases.class, "keepsAFileItself").allPass(1).reported("vramguard.verdict"))
                .containsExactly("passed");
    }

    @Test
    void aRepeatedTestIsASeriesOfTheMeasuredServer() {
        assertThat(run(FieldCases.class, "repeated").headlines().values())
                .singleElement()
                .asString()
                .startsWith(
                        "@NoLeak MeasuredTargetTests.FieldCases.repeated(): the number of child processes grows by 1 every cycle");
    }

    @Test
    void anInstanceFieldAndThoseOfTheClassesAroundCount() {
        assertThat(Kit.measuring("children").run(InstanceCases.Inner.class).onlyFailure())
                .startsWith(
                        "@NoLeak MeasuredTargetTests.InstanceCases.Inner.leavesAChild(): the number of child processes ends 1 above its baseline")
                .containsPattern("this JVM .* and sh .* and its descendants");
    }

    @Test
    void aParameterIsMeasuredFromTheCallOn() {
        assertThat(run(ParameterCases.class, "forgets").onlyFailure())
                .startsWith(
                        "@NoLeak MeasuredTargetTests.ParameterCases.forgets(): the number of child processes ends 1 above its baseline")
                .contains("sh (pid " + SERVER.process().pid() + ")");
        run(ParameterCases.class, "unloads").allPass(1);
    }

    @Test
    void aParameterGivesCyclesTheirTarget() {
        assertThat(run(ParameterCases.class, "cycles").onlyFailure())
                .startsWith(
                        "Cycles of MeasuredTargetTests.ParameterCases.cycles(): the number of child processes grows by 1 every cycle");
    }

    @Test
    void aFieldThatIsNullFailsTheTest() {
        assertThat(run(NullCases.class, "test").onlyFailure())
                .isEqualTo("@MeasuredTarget field server is null when the test begins; set it in @BeforeAll or before");
    }

    @Test
    void aProcessThatHasEndedFailsTheTest() {
        assertThat(run(EndedCases.class, "test").onlyFailure())
                .isEqualTo("@MeasuredTarget field server: no process with the id 2147483647 is running");
    }

    @Test
    void whatIsNoTargetFailsTheTest() {
        assertThat(run(StrangeCases.class, "test").onlyFailure())
                .startsWith("@MeasuredTarget field server: java.lang.String cannot be measured; give a MemoryTarget,");
    }

    @Test
    void aWholeClassNeedsAStaticField() {
        assertThat(Kit.measuring("children").run(ClassScopeCases.class).onlyFailure())
                .isEqualTo(
                        "@MeasuredTarget field server must be static, as there is no instance when the whole class is"
                                + " measured");
    }

    @Test
    void withoutOneItIsThisJvm() {
        assertThat(Kit.measuring("children")
                        .run(PlainCases.class, "keepsAChild")
                        .onlyFailure())
                .contains("this JVM (pid " + ProcessHandle.current().pid() + ")");
    }

    @Test
    void whatAnotherProcessLeavesBehindIsNamedAnOrphan() {
        assertThat(Kit.measuring("children")
                        .run(PlainCases.class, "leavesAnOrphan")
                        .onlyFailure())
                .startsWith(
                        "@NoLeak MeasuredTargetTests.PlainCases.leavesAnOrphan(): an ORPHAN process outlived its parent and is still running: sleep (pid ")
                .contains("kill ");
    }

    static class FieldCases {

        @MeasuredTarget
        static final LongSupplier server = () -> SERVER.process().pid();

        @LeakTest
        void forgets() {
            SERVER.ask("load");
        }

        @LeakTest
        void unloads() {
            SERVER.ask("load");
            SERVER.ask("unload");
        }

        @Test
        @NoLeak
        void keepsAFileItself() throws Exception {
            Planted.file();
        }

        @RepeatedTest(8)
        @NoLeak
        void repeated() {
            SERVER.ask("load");
        }
    }

    static class InstanceCases {

        @MeasuredTarget
        final Process server = SERVER.process();

        @Nested
        class Inner {

            @MeasuredTarget
            final MemoryTarget self = Targets.thisJvm();

            @Test
            @NoLeak
            void leavesAChild() {
                SERVER.ask("load");
            }
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(GivesServer.class)
    @interface WithServer {}

    static class GivesServer implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ProcessHandle.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return SERVER.process().toHandle();
        }
    }

    @WithServer
    static class ParameterCases {

        @Test
        @NoLeak
        void forgets(@MeasuredTarget ProcessHandle server) {
            SERVER.ask("load");
        }

        @Test
        @NoLeak
        void unloads(@MeasuredTarget ProcessHandle server) {
            SERVER.ask("load");
            SERVER.ask("unload");
        }

        @Test
        @NoLeak
        void cycles(@MeasuredTarget ProcessHandle server, Cycles cycles) {
            cycles.run(cycle -> SERVER.ask("load"));
        }
    }

    static class NullCases {

        @MeasuredTarget
        static @Nullable ProcessHandle server;

        @Test
        @NoLeak
        void test() {}
    }

    static class EndedCases {

        @MeasuredTarget
        static final int server = Integer.MAX_VALUE;

        @Test
        @NoLeak
        void test() {}
    }

    static class StrangeCases {

        @MeasuredTarget
        static final String server = "4711";

        @Test
        @NoLeak
        void test() {}
    }

    @NoLeak(scope = NoLeak.Scope.CLASS)
    static class ClassScopeCases {

        @MeasuredTarget
        final ProcessHandle server = SERVER.process().toHandle();

        @Test
        void test() {}
    }

    static class PlainCases {

        @Test
        @NoLeak
        void keepsAChild() throws Exception {
            Planted.child();
        }

        @Test
        @NoLeak
        void leavesAnOrphan() throws Exception {
            Process parent = new ProcessBuilder("/bin/sh", "-c", "sleep 300 & echo $!; wait").start();
            long orphan = Long.parseLong(parent.inputReader().readLine());
            Planted.closeLater(() -> ProcessHandle.of(orphan).ifPresent(ProcessHandle::destroyForcibly));
            awaitALook();
            parent.destroyForcibly().waitFor();
        }

        /** Some looks later, the process has been seen with its parent. */
        private static void awaitALook() {
            Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        }
    }
}
