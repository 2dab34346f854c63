package io.github.vramguard.field.cases;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Classes of the JDK that hold memory outside the heap, or files. */
public final class JdkNativeCases {

    private static final int MANY = 20;

    private static final class Files16MiB {
        static final Path BINARY = written(".bin");
        static final Path ZIP = zipped();

        private static Path written(String suffix) {
            try {
                Path file = Files.createTempFile("field", suffix);
                file.toFile().deleteOnExit();
                return Files.write(file, new byte[16 << 20]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path zipped() {
            Path file = written(".zip");
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < 1000; i++) {
                    zip.putNextEntry(new ZipEntry("entry" + i));
                    zip.write("text".getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return file;
        }
    }

    public void ok_deflaterEnded() {
        for (int i = 0; i < MANY; i++) {
            deflated(new Deflater()).end();
        }
    }

    public void ok_deflaterUnreachable() {
        for (int i = 0; i < MANY; i++) {
            deflated(new Deflater());
        }
    }

    public void leak_deflaterRetained() {
        Kept.forever(deflated(new Deflater()));
    }

    public void ok_directUnreachable() {
        touch(ByteBuffer.allocateDirect(1 << 20));
    }

    public void leak_directRetained() {
        Kept.forever(touch(ByteBuffer.allocateDirect(300_000)));
    }

    public void ok_mappedUnreachable() throws IOException {
        map();
    }

    public void limit_mappedRetained() throws IOException {
        Kept.forever(map());
    }

    public void ok_fileClosed() throws IOException {
        try (FileChannel file = FileChannel.open(Files16MiB.BINARY)) {
            file.size();
        }
    }

    public void ok_fileUnreachable() throws IOException {
        FileChannel.open(Files16MiB.BINARY).size();
    }

    public void leak_fileRetained() throws IOException {
        Kept.forever(FileChannel.open(Files16MiB.BINARY));
    }

    public void ok_zipClosed() throws IOException {
        try (ZipFile zip = new ZipFile(Files16MiB.ZIP.toFile())) {
            zip.size();
        }
    }

    public void ok_zipUnreachable() throws IOException {
        new ZipFile(Files16MiB.ZIP.toFile()).size();
    }

    public void ok_httpClientUnreachable() throws Exception {
        ask(HttpClient.newHttpClient());
    }

    public void leak_httpClientRetained() throws Exception {
        ask(Kept.forever(HttpClient.newHttpClient()));
    }

    public void ok_childAwaited() throws Exception {
        new ProcessBuilder("true").start().waitFor();
    }

    public void ok_childDestroyed() throws Exception {
        new ProcessBuilder("sleep", "60").start().destroyForcibly();
    }

    public void leak_child() throws Exception {
        Process child = Kept.forever(new ProcessBuilder("sleep", "600").start());
        Runtime.getRuntime().addShutdownHook(new Thread(child::destroyForcibly));
    }

    private static Deflater deflated(Deflater deflater) {
        deflater.setInput(new byte[10_000]);
        deflater.finish();
        deflater.deflate(new byte[1000]);
        return deflater;
    }

    private static ByteBuffer touch(ByteBuffer buffer) {
        while (buffer.hasRemaining()) {
            buffer.put((byte) 1);
        }
        return buffer;
    }

    private static ByteBuffer map() throws IOException {
        try (FileChannel file = FileChannel.open(Files16MiB.BINARY)) {
            return file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()).load();
        }
    }

    private static void ask(HttpClient client) throws Exception {
        client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + Server.PORT))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static final class Server {
        static final int PORT = start();

        private static int start() {
            try {
                var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
                server.createContext("/", exchange -> {
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write(new byte[2]);
                    exchange.close();
                });
                server.start();
                return server.getAddress().getPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
