package io.github.vramguard.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A library {@code libnvidia-ml.so.1} that does as it is told, with one GPU of 8 GiB at the start. Give it to a JVM with
 * {@code -Djna.library.path=}{@link #directory()}, or load {@link #library()}. Many may exist side by side.
 *
 * <p>The keys of {@link #set}, each with its default:
 *
 * <ul>
 *   <li>{@code driver=580.65.06}, {@code persistence=1}, {@code accounting=0}, {@code mig=0}: what the driver says of itself
 *   <li>{@code stride.v1=16}, {@code stride.v2=24}, {@code stride.v3=24}: bytes of an entry in the lists of processes
 *   <li>{@code padding=1}, {@code memset=0}: whether a list writes its gaps, and how many bytes it clears first for each entry
 *       that there is room for
 *   <li>{@code compute=1}, {@code graphics=0}, {@code mps=0}: whether these lists have the processes
 *   <li>{@code na=0}, {@code zero=0}, {@code bytes}: every process has the sentinel, nothing, or this amount
 *   <li>{@code pid.offset=0}: added to every process id, as if seen from another namespace
 *   <li>{@code crowd=0}: so many processes with 2 MiB each, from id 100000 on
 *   <li>{@code race=0}, {@code count}: lists that always grow, and the number of entries they claim
 *   <li>{@code release.delay=0}: milliseconds for which the memory of a dead process stays
 *   <li>{@code rc.FUNCTION}, {@code rc.FUNCTION@GPU}, {@code slow.FUNCTION}, {@code crash=FUNCTION}: a return code, a delay in
 *       milliseconds, and a crash
 * </ul>
 *
 * <p>{@code race}, return codes and delays may be written {@code 7*2}: for the next two calls.
 */
public final class StandIn {

    /** The condition of tests that need a stand-in, for {@code @EnabledIf}. */
    public static final String IS_POSSIBLE = "io.github.vramguard.standin.StandIn#isPossible";

    /** Why such tests are skipped elsewhere. */
    public static final String NEEDS = "the stand-in for a GPU driver takes Linux and a C compiler named cc";

    private static final int MAX_VERSIONS = 97;

    private final Path directory;
    private final SortedMap<String, String> settings = Collections.synchronizedSortedMap(new TreeMap<>());
    private final AtomicInteger version = new AtomicInteger();
    private final AtomicInteger allocations = new AtomicInteger();

    private StandIn(Path directory) {
        this.directory = directory;
    }

    /**
     * Whether this machine can have one.
     *
     * @return false without Linux or a C compiler named {@code cc}
     */
    public static boolean isPossible() {
        return System.getProperty("os.name").equals("Linux") && Compiler.isPresent();
    }

    /**
     * Makes the library.
     *
     * @param parent where it is put, in a directory of its own
     * @param hidden functions that it shall not have
     * @return the stand-in
     */
    public static StandIn start(Path parent, String... hidden) {
        try {
            Path made = Compiler.library("nvml.c", List.of(hidden));
            StandIn standIn = new StandIn(Files.createTempDirectory(parent, "standin"));
            Files.copy(made, standIn.library());
            Files.createFile(standIn.directory.resolve("config"));
            return standIn.gpus(StandInGpu.of(0, 8192));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where it and its state lie.
     *
     * @return the directory
     */
    public Path directory() {
        return directory;
    }

    /**
     * The library.
     *
     * @return its file
     */
    public Path library() {
        return directory.resolve("libnvidia-ml.so.1");
    }

    /**
     * Sets the GPUs. They are read when the library is initialised.
     *
     * @param gpus all of them, MIG devices among them
     * @return this stand-in
     */
    public StandIn gpus(StandInGpu... gpus) {
        write("gpus", Stream.of(gpus).map(StandInGpu::line).toList());
        try {
            for (int gpu = 0; gpu < gpus.length; gpu++) {
                Files.createDirectories(directory.resolve("vram/" + gpu));
                Files.createDirectories(directory.resolve("peaks/" + gpu));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /**
     * Tells the library how to behave from the next call on.
     *
     * @param key one of those above
     * @param value its value
     * @return this stand-in
     */
    public StandIn set(String key, Object value) {
        settings.put(key, value.toString());
        return writeSettings();
    }

    /**
     * Takes a setting back.
     *
     * @param key one of those above
     * @return this stand-in
     */
    public StandIn unset(String key) {
        settings.remove(key);
        return writeSettings();
    }

    /** With blank lines before them, so that two versions differ in size: their times may be the same. */
    private StandIn writeSettings() {
        List<String> lines = new ArrayList<>(Collections.nCopies(version.incrementAndGet() % MAX_VERSIONS, ""));
        settings.forEach((key, value) -> lines.add(key + "=" + value));
        write("config", lines);
        return this;
    }

    /** Replaces a file at once, so that the library never sees half of it. */
    private void write(String name, List<String> lines) {
        try {
            Path draft = Files.write(Files.createTempFile(directory, name, ".draft"), lines);
            Files.move(draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets a process hold memory of a GPU.
     *
     * @param gpu the number of the GPU
     * @param pid a process that is alive
     * @param bytes how much
     * @return what gives it back
     */
    public Allocation allocate(int gpu, long pid, long bytes) {
        try {
            Path vram = directory.resolve("vram/" + gpu);
            Allocation allocation = Allocation.of(vram.resolve(pid + ".java" + allocations.incrementAndGet()), bytes);
            raise(directory.resolve("peaks/" + gpu + "/" + pid), held(vram, pid));
            return allocation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void raise(Path peak, long held) throws IOException {
        if (!Files.exists(peak) || Files.size(peak) < held) {
            Allocation.resize(peak, held);
        }
    }

    private static long held(Path vram, long pid) throws IOException {
        long held = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(vram, pid + ".*")) {
            for (Path file : files) {
                held += Files.size(file);
            }
        }
        return held;
    }

    /**
     * Starts a process that can hold memory of a GPU.
     *
     * @param gpu the number of the GPU
     * @return the process
     */
    public Allocator allocator(int gpu) {
        return Allocator.start(this, gpu);
    }

    /**
     * The program that holds memory of a GPU.
     *
     * @return its file; it takes the directory of the stand-in and the number of a GPU as arguments
     */
    public static Path allocatorProgram() {
        return Compiler.program("allocator.c");
    }

    /**
     * A program that does as little as one can that prints what processes hold.
     *
     * @return its file; it takes the number of rows as an argument
     */
    public static Path rowPrinter() {
        return Compiler.program("rows.c");
    }
}
