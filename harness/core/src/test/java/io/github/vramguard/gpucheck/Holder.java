package io.github.vramguard.gpucheck;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.Sources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A process that holds memory of the first GPU, until it is told to give it back or ends. */
final class Holder implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final Duration patience;
    private final MemoryTarget target;
    private @Nullable Sources sources;

    private Holder(Process process, Duration patience, MemoryTarget target) {
        this.process = process;
        this.answers = process.inputReader();
        this.patience = patience;
        this.target = target;
    }

    /**
     * Starts a process, which takes nothing yet.
     *
     * @param command a program that obeys {@code context}, {@code alloc BYTES}, {@code free} and {@code quit}
     * @param patience how long to wait for each answer
     */
    static Holder start(List<String> command, Duration patience) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            return new Holder(process, patience, Targets.process(process.pid()));
        } catch (IllegalArgumentException gone) {
            throw new IOException("the allocator ended before it was asked anything: " + gone.getMessage(), gone);
        }
    }

    long pid() {
        return process.pid();
    }

    MemoryTarget target() {
        return target;
    }

    Holder context() throws IOException {
        return tell("context");
    }

    Holder alloc(long bytes) throws IOException {
        return tell("alloc " + bytes);
    }

    /** Gives back what was taken last. */
    Holder free() throws IOException {
        return tell("free");
    }

    /** Ends the process as programs end. */
    void quit() throws IOException {
        tell("quit");
        await();
    }

    /** Ends the process with SIGKILL. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Whoever does not obey is ended. */
    private Holder tell(String command) throws IOException {
        process.getOutputStream().write((command + "\n").getBytes());
        process.getOutputStream().flush();
        String answer = answer(command);
        if (!"ok".equals(answer)) {
            close();
            throw new IOException("the allocator answered \"" + answer + "\" to \"" + command + "\"");
        }
        return this;
    }

    private @Nullable String answer(String command) throws IOException {
        try {
            return CompletableFuture.supplyAsync(this::line).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            close();
            throw new IOException("the allocator did not answer to \"" + command + "\"", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private @Nullable String line() {
        try {
            return answers.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await() {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("process " + pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the driver's list says that it holds now; the source is asked for the first time when it holds something. */
    Reading reading() {
        Sources chosen = sources;
        if (chosen == null) {
            chosen = Sources.of(target, Set.of("nvml")).only(Set.of(Pool.gpu(0)));
            sources = chosen;
        }
        return chosen.read(target)
                .getOrDefault(Pool.gpu(0), new Reading.Gap(Reading.Reason.NOT_PRESENT, "nothing reads the first GPU"));
    }

    long held() throws Unreadable {
        return Unreadable.bytes(reading());
    }

    /** Ends the process, whatever it does. */
    @Override
    public void close() {
        process.destroyForcibly();
        await();
    }
}
