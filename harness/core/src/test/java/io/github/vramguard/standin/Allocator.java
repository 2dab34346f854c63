package io.github.vramguard.standin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Another process, which holds memory of a stand-in GPU. */
public final class Allocator implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;

    private Allocator(Process process) {
        this.process = process;
        answers = process.inputReader();
    }

    static Allocator start(StandIn standIn, int gpu) {
        List<String> command = List.of(
                StandIn.allocatorProgram().toString(), standIn.directory().toString(), Integer.toString(gpu));
        try {
            return new Allocator(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The process.
     *
     * @return its id
     */
    public long pid() {
        return process.pid();
    }

    /**
     * Takes memory.
     *
     * @param bytes how much
     * @return this process
     */
    public Allocator alloc(long bytes) {
        command("alloc " + bytes);
        return this;
    }

    /** Gives back what was taken last. */
    public void free() {
        command("free");
    }

    /** Ends the process with SIGKILL, which leaves it no time to give anything back. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void command(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes());
            process.getOutputStream().flush();
            String answer = answers.readLine();
            if (!"ok".equals(answer)) {
                throw new IllegalStateException("the allocator answered " + answer + " to " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives everything back and ends the process. */
    @Override
    public void close() {
        if (process.isAlive()) {
            command("quit");
        }
        kill();
    }
}
