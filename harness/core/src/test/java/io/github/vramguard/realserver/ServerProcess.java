package io.github.vramguard.realserver;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A server that is a process of this machine, with those that it starts. */
public final class ServerProcess implements RealServer {

    private static final Duration END = Duration.ofSeconds(20);

    private final Process process;
    private final URI address;
    private final Path log;

    private ServerProcess(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    static ServerProcess start(URI address, Map<String, String> environment, List<String> command) throws IOException {
        Path log = Files.createTempFile("server", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start(), address, log);
    }

    /**
     * The process that was started, without those that it starts itself.
     *
     * @return its handle
     */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public MemoryTarget target() {
        return Targets.tree(process.pid());
    }

    @Override
    public String log() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await().atMost(END).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        log.toFile().delete();
    }
}
