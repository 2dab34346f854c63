package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.source.ForkedJvm;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JnaFinalizerTests {

    private static final int ROUNDS = 20;

    /** Prints what is said against it, drops a buffer in each round, and prints the memory of all that are left. */
    static final class DropsBuffers {
        public static void main(String[] arguments) throws IOException {
            System.out.println(JnaFinalizer.weakness());
            FullGc gc = new FullGc();
            for (int round = 0; round < ROUNDS; round++) {
                RoundTrip.RETURNS.run();
                // Walks the classes, as a reading does that looks for Netty's
                DiagnosticCommand.run("vmClassHierarchy", "none.such");
                gc.collect();
                System.out.println(DirectBuffers.used().orElseThrow());
            }
        }
    }

    @Test
    void buffersThatAreDroppedAreFreedAtOnce() {
        List<String> lines =
                ForkedJvm.of(DropsBuffers.class, "-Xmx256m", "-XX:+UseZGC").run();
        List<String> left = lines.subList(1, lines.size());
        assertThat(lines.get(0)).isEqualTo("Optional.empty");
        assertThat(left).hasSize(ROUNDS).containsOnly(left.get(0));
    }
}
