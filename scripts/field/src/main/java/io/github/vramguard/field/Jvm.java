package io.github.vramguard.field;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts one JVM after the other, each with this one's class path, and waits for its end. */
final class Jvm {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Path work;

    /** Where the output of the JVMs and what they record is kept until the next one. */
    Jvm(Path work) {
        this.work = work;
    }

    /** What a test says, and what it has recorded. */
    Outcome run(Trial trial) throws IOException, InterruptedException {
        Path record = work.resolve("record");
        deleteAll(record);
        List<String> options = new ArrayList<>(trial.flags().options);
        options.add(trial.collector().option());
        options.add("-Dfield.case=" + trial.measured().name());
        options.add("-Dvramguard.report.formats=json");
        options.add("-Dvramguard.report.dir=" + record);
        options.addAll(trial.measured().options());
        List<String> output = start(
                trial.jdk(),
                options,
                trial.flags().environment,
                TestRun.class,
                trial.mode().name());
        return Outcome.of(output, record.resolve("run.json"));
    }

    /** How a case grows without JUnit; what it says if it fails is printed. */
    Growth measure(Case measured) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(Flags.rec.options);
        // Room for what 180 cycles leave behind, and little else to do
        options.addAll(List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        options.addAll(measured.options());
        List<String> output =
                start(measured.oldestJdk(), options, Flags.rec.environment, GroundTruth.class, measured.name());
        return output.stream()
                .filter(line -> line.startsWith(GroundTruth.GROWTH))
                .findFirst()
                .map(line -> Growth.parse(line.substring(GroundTruth.GROWTH.length())))
                .orElseGet(() -> {
                    output.stream().limit(20).forEach(line -> System.out.println("          | " + line));
                    return Growth.unknown();
                });
    }

    private List<String> start(
            int jdk, List<String> options, Map<String, String> environment, Class<?> main, String argument)
            throws IOException, InterruptedException {
        Path output = work.resolve("output");
        List<String> command = new ArrayList<>(List.of(home(jdk) + "/bin/java"));
        command.addAll(options);
        command.addAll(List.of(main.getName(), argument));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        // ONNX Runtime 1.29 crashes where the command line has some thousand characters
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        // Libraries print what they like
        return Arrays.asList(new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1).split("\n"));
    }

    private static String home(int jdk) {
        String home = System.getProperty("field.jdk." + jdk);
        if (home == null) {
            throw new IllegalArgumentException("There is no JDK " + jdk + "; run says which were found");
        }
        return home;
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted((one, other) -> other.compareTo(one))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
