package io.github.vramguard.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has hostile files read, one after the other, and keeps those that are not answered as documented: within a deadline, and by a
 * model or by an {@link IOException}. {@code scripts/fuzz-models} runs it for as long as one likes.
 */
final class GgufFuzz implements AutoCloseable {

    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "reader");
        thread.setDaemon(true);
        return thread;
    });

    private final Reader subject;
    private final Duration deadline;
    private final Path kept;
    private long tried;
    private long read;
    private int found;

    GgufFuzz(Reader subject, Duration deadline, Path kept) {
        this.subject = subject;
        this.deadline = deadline;
        this.kept = kept;
    }

    /** What is done to a file. */
    interface Reader {

        void read(Path file) throws IOException;
    }

    /** Reads a model, and predicts it in several ways; what their documentation names is no fault. */
    static void readAndPredict(Path file) throws IOException {
        Model model = Model.read(file);
        for (ContextSettings settings : HostileSettings.ALL) {
            for (int gpuLayers : new int[] {0, 1, Integer.MAX_VALUE}) {
                predict(model, settings, gpuLayers);
            }
        }
    }

    private static void predict(Model model, ContextSettings settings, int gpuLayers) {
        try {
            model.cache(settings).bytesPerToken();
            model.footprint(settings, gpuLayers).device().bytes();
        } catch (IllegalArgumentException | ArithmeticException documented) {
            // No memory could have such a size.
        }
    }

    void tryAll(HostileFiles files, Duration time, long most) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (tried < most && System.nanoTime() < end) {
            tryOne(files.next());
        }
    }

    /** Whether it was answered as documented. */
    boolean tryOne(Path file) throws InterruptedException, IOException {
        tried++;
        Future<?> answer = reader.submit(() -> {
            subject.read(file);
            return null;
        });
        try {
            answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            read++;
            return true;
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof IOException || keep(file, failed.getCause());
        } catch (TimeoutException hangs) {
            return keep(file, hangs);
        }
    }

    private boolean keep(Path file, Throwable fault) throws IOException {
        found++;
        Files.createDirectories(kept);
        Path copy = kept.resolve(found + "-" + fault.getClass().getSimpleName() + ".gguf");
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(Path.of(copy + ".txt"), stack(fault));
        return false;
    }

    private static String stack(Throwable fault) {
        StringBuilder text = new StringBuilder(fault + "\n");
        for (StackTraceElement frame : fault.getStackTrace()) {
            text.append("  at ").append(frame).append('\n');
        }
        return text.toString();
    }

    int found() {
        return found;
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }

    @Override
    public String toString() {
        return tried + " files, of which " + read + " were read and " + (tried - read - found) + " refused; " + found
                + " were answered in another way" + (found > 0 ? ", see " + kept : "");
    }

    /** Minutes, a seed, and where faults are kept. Exits with 1 if there are any. */
    public static void main(String[] arguments) throws Exception {
        Duration time = Duration.ofMinutes(Long.parseLong(arguments[0]));
        long seed = Long.parseLong(arguments[1]);
        Path folder = Files.createTempDirectory("fuzz");
        try (GgufFuzz fuzz = new GgufFuzz(GgufFuzz::readAndPredict, Duration.ofSeconds(5), Path.of(arguments[2]))) {
            fuzz.tryAll(new HostileFiles(folder, seed), time, Long.MAX_VALUE);
            System.out.println("seed " + seed + ": " + fuzz);
            System.exit(fuzz.found() > 0 ? 1 : 0);
        }
    }
}
