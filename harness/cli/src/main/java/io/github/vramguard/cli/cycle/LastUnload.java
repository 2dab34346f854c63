package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.usage.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The unload when a user stops the cycles, which does not keep the user waiting for a server that hangs. */
final class LastUnload {

    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    private LastUnload() {}

    static LastUnload begin(Cycled cycled) {
        LastUnload unload = new LastUnload();
        Thread thread = new Thread(() -> unload.run(cycled), "vramguard-unload");
        thread.setDaemon(true);
        thread.start();
        return unload;
    }

    private void run(Cycled cycled) {
        try {
            cycled.unload();
            ended.complete(true);
        } catch (Exception failed) {
            ended.completeExceptionally(failed);
        }
    }

    /** Why the model may still be loaded; empty if it is not. */
    Optional<String> await(Duration most) throws InterruptedException {
        try {
            ended.get(most.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException late) {
            return Optional.of("the unload did not end within " + most.toMillis() + " ms");
        } catch (ExecutionException failed) {
            return Optional.of(
                    failed.getCause() instanceof Exception cause ? Failure.inWords(cause) : failed.toString());
        }
    }
}
