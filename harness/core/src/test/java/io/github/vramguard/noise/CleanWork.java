package io.github.vramguard.noise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.jna.Memory;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What tests do that give back what they take. */
enum CleanWork {
    GARBAGE {
        @Override
        void run(int size) {
            IntStream.range(0, size * 16).mapToObj(i -> new byte[64 * KIB]).forEach(block -> block[0] = 1);
        }
    },
    JSON {
        @Override
        void run(int size) throws Exception {
            ObjectMapper json = new ObjectMapper();
            String text = json.writeValueAsString(IntStream.range(0, size * 1000)
                    .mapToObj(i -> Map.of("id", i, "text", "value " + i))
                    .toList());
            json.readTree(text);
        }
    },
    MALLOC {
        @Override
        void run(int size) {
            try (Memory block = new Memory((long) size * 1024 * KIB)) {
                block.clear();
            }
        }
    },
    SMALL_BLOCKS {
        @Override
        void run(int size) {
            Memory[] blocks = new Memory[size * 500];
            for (int i = 0; i < blocks.length; i++) {
                blocks[i] = new Memory(100 + i % 4000);
                blocks[i].clear();
            }
            for (Memory block : blocks) {
                block.close();
            }
        }
    },
    DIRECT_BUFFERS {
        @Override
        void run(int size) {
            IntStream.range(0, size)
                    .mapToObj(i -> ByteBuffer.allocateDirect(1024 * KIB))
                    .forEach(buffer -> buffer.put(0, (byte) 1));
        }
    },
    THREADS {
        @Override
        void run(int size) throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(size);
            for (int i = 0; i < size * 10; i++) {
                pool.execute(
                        () -> Pattern.compile("a(b|c)*d").matcher("abcbcbcd").matches());
            }
            pool.shutdown();
            if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("threads do not end");
            }
        }
    },
    COMPRESSION {
        @Override
        void run(int size) throws Exception {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(new byte[size * 1024 * KIB]);
            }
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
                MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            }
        }
    },
    FILES {
        @Override
        void run(int size) throws Exception {
            Path file = Files.createTempFile("noise", ".bin");
            Files.write(file, new byte[size * 512 * KIB]);
            Files.readAllBytes(file);
            Files.delete(file);
        }
    },
    CLASS_LOADER {
        @Override
        void run(int size) throws Exception {
            URL here = CleanWork.class.getProtectionDomain().getCodeSource().getLocation();
            for (int i = 0; i < size; i++) {
                try (URLClassLoader loader = new URLClassLoader(new URL[] {here}, null)) {
                    loader.loadClass(Loaded.class.getName()).getDeclaredConstructor();
                }
            }
        }
    },
    HTTP {
        @Override
        void run(int size) throws Exception {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Connection", "close");
                exchange.sendResponseHeaders(200, size * KIB);
                exchange.getResponseBody().write(new byte[size * KIB]);
                exchange.close();
            });
            server.start();
            try (var body = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")
                    .toURL()
                    .openStream()) {
                new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
            } finally {
                server.stop(0);
            }
        }
    };

    private static final int KIB = 1024;

    abstract void run(int size) throws Exception;

    /** A class that is loaded again and again. */
    static final class Loaded {}
}
