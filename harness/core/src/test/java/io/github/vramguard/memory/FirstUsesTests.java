package io.github.vramguard.memory;

import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Use.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstUsesTests {

    private static final long MIB = 1024 * 1024;
    private static final Use JVM = Use.library("libjvm.so", 20 * MIB);

    @Test
    void whatWasThereBeforeIsNoFirstUse() {
        FirstUses first = uses(List.of(JVM, Use.classes(2000)), List.of(JVM, Use.classes(2000)));

        assertThat(first).isEqualTo(new FirstUses(true, List.of()));
        assertThat(first.named(Kind.values())).isEmpty();
    }

    @Test
    void librariesAreNamedTheLargestFirstAndClassesAreCounted() {
        FirstUses first = uses(
                List.of(JVM, Use.classes(2000)),
                List.of(
                        JVM,
                        Use.library("libgomp.so.1", MIB),
                        Use.library("libtensorflow_cc.so", 412 * MIB),
                        Use.library("libjnitensorflow.so", 2 * MIB),
                        Use.library("libquadmath.so.0", MIB / 2),
                        Use.file("protobuf.jar"),
                        Use.classes(2312)));

        assertThat(first.of(Kind.LIBRARY)).isEqualTo(415 * MIB + MIB / 2);
        assertThat(first.of(Kind.CLASSES)).isEqualTo(312);
        assertThat(first.named(Kind.LIBRARY, Kind.CLASSES))
                .contains(
                        "libtensorflow_cc.so (412 MiB), libjnitensorflow.so (2 MiB), libgomp.so.1 (1 MiB) and 1 more were"
                                + " loaded, 312 classes were loaded");
        assertThat(first.named(Kind.FILE)).contains("protobuf.jar was opened");
    }

    @Test
    void whatCouldNotBeSeenBeforeIsNotCalledNew() {
        assertThat(uses(List.of(), List.of(JVM, Use.classes(2000)))).isEqualTo(new FirstUses(false, List.of()));
        assertThat(uses(List.of(Use.classes(2000)), List.of(JVM, Use.classes(2100))))
                .isEqualTo(new FirstUses(false, List.of(Use.classes(100))));
    }

    @Test
    void aCompilerCountsWhileItIsAtWorkHoweverOftenItWasBefore() {
        List<Use> idle = List.of(JVM, Use.classes(2000));
        List<Use> busy = List.of(JVM, Use.compiler("C2 CompilerThre"), Use.classes(2000));

        assertThat(uses(idle, busy).named(Kind.values())).contains("the JVM was still compiling");
        assertThat(uses(busy, busy).of(Kind.COMPILER)).isOne();
        assertThat(uses(busy, idle).of(Kind.COMPILER)).isZero();
    }

    private static FirstUses uses(List<Use> before, List<Use> after) {
        return FirstUses.in(trace().with(Pool.HEAP, 1, 1).having(before, after).build());
    }
}
