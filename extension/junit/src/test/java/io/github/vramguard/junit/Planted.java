package io.github.vramguard.junit;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What test cases leave behind on purpose. Each test gives it back when it is over. */
final class Planted {

    private static final int KIB = 1024;
    private static final int PIECE_KIB = 64;
    private static final List<Object> HELD = new ArrayList<>();
    private static final List<AutoCloseable> TO_CLOSE = new ArrayList<>();

    private Planted() {}

    /** In pieces that no collector rounds up to regions of its own. */
    static void heap(int kib) {
        HELD.add(new byte[kib / PIECE_KIB][PIECE_KIB * KIB]);
    }

    static void direct(int kib) {
        HELD.add(ByteBuffer.allocateDirect(kib * KIB));
    }

    static void malloc(int kib) {
        long bytes = (long) kib * KIB;
        long address = Native.malloc(bytes);
        new Pointer(address).setMemory(0, bytes, (byte) 1);
        TO_CLOSE.add(() -> Native.free(address));
    }

    /** Some 150 KiB of metaspace: one large class, once more. */
    static void classes() {
        HELD.add(LargeClass.again());
    }

    static void thread() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            started.countDown();
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        started.await();
        TO_CLOSE.add(() -> {
            end.countDown();
            thread.join();
        });
    }

    static void file() throws IOException {
        TO_CLOSE.add(new FileInputStream("/dev/null"));
    }

    static Process child() throws IOException {
        Process sleep = new ProcessBuilder("sleep", "600")
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        TO_CLOSE.add(() -> sleep.destroyForcibly().waitFor());
        return sleep;
    }

    static void closeLater(AutoCloseable held) {
        TO_CLOSE.add(held);
    }

    static void giveBack() {
        HELD.clear();
        try {
            for (AutoCloseable held : TO_CLOSE) {
                held.close();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            TO_CLOSE.clear();
        }
    }

    /** A loader of its own for one class of many methods. */
    private static final class LargeClass extends ClassLoader {

        private static final String NAME = "org.assertj.core.api.AbstractIterableAssert";

        private LargeClass() {
            super(Planted.class.getClassLoader());
        }

        static Class<?> again() {
            String path = NAME.replace('.', '/') + ".class";
            try (InputStream in = Planted.class.getClassLoader().getResourceAsStream(path)) {
                byte[] code = in.readAllBytes();
                return new LargeClass().defineClass(NAME, code, 0, code.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
