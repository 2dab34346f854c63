package io.github.vramguard.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.source.spi.StartedContainers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** On a real Docker: what has started is there at the next reading. */
@RequiresDocker
class SessionContainersTests {

    private final StartedContainers started =
            ServiceLoader.load(StartedContainers.class).findFirst().orElseThrow();

    private static LlamaServerContainer llama() {
        return new LlamaServerContainer(RequiresDocker.IMAGE).withCommand("llama-server");
    }

    @Test
    void eachIsSeenOnceStartedAndGoesOnceRemoved() throws IOException {
        try (LlamaServerContainer first = llama();
                LlamaServerContainer second = llama()) {
            first.start();
            String firstId = first.getContainerId();
            assertThat(started.ids()).contains(firstId);

            second.start();
            assertThat(started.ids()).contains(firstId, second.getContainerId());

            first.stop();
            Awaitility.await().until(started::ids, ids -> !ids.contains(firstId));
            assertThat(started.ids()).contains(second.getContainerId());
        }
    }

    @Test
    void aReaderThatNeverRestsDoesNotHideAStart() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> readUntil(isOver));
        try (LlamaServerContainer llama = llama()) {
            llama.start();

            assertThat(started.ids()).contains(llama.getContainerId());
        } finally {
            isOver.set(true);
        }
        reader.get(10, TimeUnit.SECONDS);
    }

    private void readUntil(AtomicBoolean isOver) {
        while (!isOver.get()) {
            try {
                started.ids();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
