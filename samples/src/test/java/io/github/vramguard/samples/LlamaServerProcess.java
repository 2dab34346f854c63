package io.github.vramguard.samples;

import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The llama-server on the PATH, started as a process that ends with the sample. */
final class LlamaServerProcess implements AutoCloseable {

    /** One thread, because several are slow on a busy machine. */
    private static final List<String> SMALL = List.of("-np", "1", "--threads", "1", "--no-webui", "--cache-ram", "0");

    private final Process process;
    private final URI address;

    private LlamaServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "llama-server")));
    }

    /** Starts a server without a host prompt cache, which would rightly grow. */
    static LlamaServerProcess start(String... arguments) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of("llama-server", "--port", Integer.toString(port)));
        command.addAll(SMALL);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        LlamaServerProcess server = new LlamaServerProcess(process, URI.create("http://127.0.0.1:" + port));
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(server::isHealthy);
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean isHealthy() throws IOException {
        HttpURLConnection health =
                (HttpURLConnection) address.resolve("/health").toURL().openConnection();
        health.setConnectTimeout(1000);
        health.setReadTimeout(1000);
        return health.getResponseCode() == HttpURLConnection.HTTP_OK;
    }

    long pid() {
        return process.pid();
    }

    ModelServer server() {
        return ModelServers.llamaServer(Connection.to(address));
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await().until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }
}
