package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HotSpotThreadsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C2 CompilerThre\n",
                "GC Thread#13\n",
                "G1 Conc#0\n",
                "G1 Refine#2\n",
                "ZWorkerOld#0\n",
                "ZWorker#0\n",
                "ZUncommitter#0\n",
                "Shenandoah GC T\n",
                "VM Periodic Tas\n",
                "process reaper \n",
                "ForkJoinPool.co\n",
                "Keep-Alive-Time\n"
            })
    void workersOfTheJvmAreItsOwn(String comm) {
        assertThat(HotSpotThreads.include(comm)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java\n",
                "main\n",
                "pool-1-thread-1\n",
                "ForkJoinPool-1-\n",
                "ggml-worker\n",
                "cuda-EvtHandlr\n",
                ""
            })
    void theOthersAreNot(String comm) {
        assertThat(HotSpotThreads.include(comm)).isFalse();
    }
}
