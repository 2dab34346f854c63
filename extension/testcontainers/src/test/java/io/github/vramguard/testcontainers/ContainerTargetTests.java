package io.github.vramguard.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.measure.Meter;
import io.github.vramguard.measure.Settling;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.Sources;
import java.util.Set;
import org.junit.jupiter.api.Test;

@RequiresDocker
class ContainerTargetTests {

    private static LlamaServerContainer llama() {
        return new LlamaServerContainer(RequiresDocker.IMAGE).withCommand("llama-server");
    }

    @Test
    void aRunningContainerIsMeasuredAndGoesByItsIdAndImage() {
        try (LlamaServerContainer llama = llama()) {
            llama.start();

            MemoryTarget.Container target = ContainerTarget.of(llama);

            assertThat(target)
                    .hasToString(
                            "container " + llama.getContainerId().substring(0, 12) + " (" + RequiresDocker.IMAGE + ")");
            Reading held = Meter.of(target, Sources.of(target, Set.of()), Settling.DEFAULT)
                    .now()
                    .of(Pool.CONTAINER);
            assertThat(held.amount().orElseThrow()).isPositive();
        }
    }

    @Test
    void aContainerThatWasNotStartedOrHasStoppedIsRefused() {
        try (LlamaServerContainer llama = llama()) {
            assertThatThrownBy(() -> ContainerTarget.of(llama))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not running");
            llama.start();
            llama.stop();
            assertThatThrownBy(() -> ContainerTarget.of(llama))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("start()");
        }
    }
}
