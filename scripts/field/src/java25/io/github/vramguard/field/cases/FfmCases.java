package io.github.vramguard.field.cases;

import io.github.vramguard.field.Needs;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.locks.LockSupport;

/** The foreign memory API. */
@Needs(jdk = 25, options = "--enable-native-access=ALL-UNNAMED")
public final class FfmCases {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle MALLOC =
            handle("malloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    private static final MethodHandle FREE = handle("free", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    private static MethodHandle handle(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(LINKER.defaultLookup().find(name).orElseThrow(), type);
    }

    public void ok_confinedClosed() {
        try (Arena arena = Arena.ofConfined()) {
            filled(arena.allocate(1 << 20));
        }
    }

    public void ok_sharedClosed() {
        try (Arena arena = Arena.ofShared()) {
            filled(arena.allocate(1 << 20));
        }
    }

    public void ok_autoUnreachable() {
        filled(Arena.ofAuto().allocate(1 << 20));
    }

    public void leak_confinedNotClosed() {
        filled(Arena.ofConfined().allocate(300_000));
    }

    public void leak_sharedNotClosed() {
        filled(Arena.ofShared().allocate(300_000));
    }

    public void leak_global() {
        filled(Arena.global().allocate(300_000));
    }

    public void leak_autoRetained() {
        Kept.forever(filled(Arena.ofAuto().allocate(300_000)));
    }

    public void ok_downcallFreed() throws Throwable {
        FREE.invoke(mallocated());
    }

    public void leak_downcall() throws Throwable {
        mallocated();
    }

    public void ok_upcallStubsClosed() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (Arena arena = Arena.ofConfined()) {
                stub(arena);
            }
        }
    }

    public void leak_upcallStubsNotClosed() throws Exception {
        for (int i = 0; i < 200; i++) {
            stub(Arena.ofConfined());
        }
    }

    public void ok_virtualThreads() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            Thread.ofVirtual().start(() -> {}).join();
        }
    }

    public void leak_virtualThreadsParked() {
        for (int i = 0; i < 500; i++) {
            Kept.forever(Thread.ofVirtual().start(LockSupport::park));
        }
    }

    static int called() {
        return 1;
    }

    private static void stub(Arena arena) throws Exception {
        MethodHandle target =
                MethodHandles.lookup().findStatic(FfmCases.class, "called", MethodType.methodType(int.class));
        LINKER.upcallStub(target, FunctionDescriptor.of(ValueLayout.JAVA_INT), arena);
    }

    private static MemorySegment mallocated() throws Throwable {
        MemorySegment segment = (MemorySegment) MALLOC.invoke(300_000L);
        filled(segment.reinterpret(300_000));
        return segment;
    }

    private static MemorySegment filled(MemorySegment segment) {
        return segment.fill((byte) 1);
    }
}
