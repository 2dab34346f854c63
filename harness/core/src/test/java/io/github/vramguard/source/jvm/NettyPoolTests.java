package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.Targets;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.ForkedJvm;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Netty itself, in a JVM that has not used it before. */
class NettyPoolTests {

    private static final int BUFFERS = 16;
    private static final int SMALL = 1000;

    /** Prints what is loaded, and the verdicts on small buffers that are released, and that are not. */
    static final class HoldsBuffers {

        private static final List<ByteBuf> FORGOTTEN = new ArrayList<>();

        private static void judge(String what, Supplier<ByteBuf> buffer, boolean release) throws Exception {
            System.out.println(what + " "
                    + LoadUnloadHarness.of(
                                    Targets.thisJvm(),
                                    Map.of("vramguard.pools", "direct", "vramguard.settle.window", "20"))
                            .run(() -> Stream.generate(buffer).limit(BUFFERS).toList(), buffers -> {}, buffers -> {
                                if (release) {
                                    buffers.forEach(ByteBuf::release);
                                } else {
                                    FORGOTTEN.addAll(buffers);
                                }
                            })
                            .toString()
                            .replace("\n", " | "));
        }

        public static void main(String[] args) throws Exception {
            NettyPool pool = new NettyPool();
            pool.look();
            System.out.println("unused " + pool.in(new Reading.Bytes(7)) + " "
                    + JvmClasses.haveOne("io.netty.buffer.PooledByteBufAllocator"));
            judge("unpooled", () -> UnpooledByteBufAllocator.DEFAULT.heapBuffer(SMALL), true);
            judge("released", () -> PooledByteBufAllocator.DEFAULT.directBuffer(SMALL), true);
            judge("kept", () -> PooledByteBufAllocator.DEFAULT.directBuffer(SMALL), false);
        }
    }

    @Test
    void aFewBuffersInEachCycleLeakInsideOfAChunk() {
        List<String> printed = ForkedJvm.of(HoldsBuffers.class, "-Xmx128m").run();

        assertThat(printed).anyMatch(line -> line.equals("unused Bytes[value=7] false"));
        assertThat(only(printed, "unpooled "))
                .contains("memory returns to its baseline; smallest detectable leak per cycle: direct 1")
                .doesNotContain("Netty");
        assertThat(only(printed, "released "))
                .contains("memory returns to its baseline")
                .contains("direct includes the buffers of Netty's pool that are in use, without its free chunks");
        assertThat(only(printed, "kept "))
                .contains(Pool.DIRECT.noun() + " grows 16 KiB every cycle", "-Dio.netty.leakDetection.level=paranoid");
    }

    private static String only(List<String> printed, String start) {
        return printed.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
