package io.github.vramguard.baseline;

import io.github.vramguard.run.AtomicFile;
import io.github.vramguard.run.Machine;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file of the baseline for a class of machines: plain text, with a line for each test and pool.
 *
 * @param path the file, which need not exist
 * @param machine the name of the class
 */
public record BaselineFile(Path path, String machine) {

    private static final String HEAD = "# VramGuard baseline for ";
    private static final String COLUMNS =
            "# test | pool | residual, growth per cycle or peak | amount; more than the amount plus its tolerance fails the test.";

    private static final int LONGEST_NAME = 100;

    /**
     * Returns the file for a machine.
     *
     * @param directory where baselines are stored
     * @param machine a machine of the class
     * @return the file
     */
    public static BaselineFile in(Path directory, Machine machine) {
        String name = machine.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return new BaselineFile(directory.resolve(shortened(name) + ".txt"), machine.name());
    }

    /** Two long names with the same beginning have different files. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME) + "-" + Integer.toHexString(name.hashCode());
    }

    /**
     * Reads the baseline.
     *
     * @return the baseline; empty if there is no such file
     * @throws IOException if it cannot be read, is for another class, or has an invalid line; the message names the line
     */
    public Optional<Baseline> read() throws IOException {
        try {
            return Optional.of(parse(Files.readAllLines(path, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (CharacterCodingException other) {
            throw new IOException(
                    path + " is not in UTF-8; save it as UTF-8, or restore it from version control", other);
        }
    }

    private Baseline parse(List<String> lines) throws IOException {
        String head = lines.isEmpty() ? "" : lines.get(0);
        if (!head.equals(HEAD + machine)) {
            throw new IOException(path + ", line 1: \"" + head + "\" is not \"" + HEAD + machine
                    + "\"; restore it from version control, or delete it and record it again with"
                    + " vramguard.baseline.update = new");
        }
        SortedSet<BaselineLine> remembered = new TreeSet<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                remembered.add(parse(i + 1, line));
            }
        }
        return new Baseline(machine, remembered);
    }

    private BaselineLine parse(int number, String line) throws IOException {
        try {
            return BaselineLine.parse(line);
        } catch (IllegalArgumentException refused) {
            throw new IOException(path + ", line " + number + ": \"" + line + "\": " + refused.getMessage(), refused);
        }
    }

    /**
     * Writes the baseline, in one step.
     *
     * @param baseline the baseline
     * @throws IOException if it cannot be written; the file is then unchanged
     */
    public void write(Baseline baseline) throws IOException {
        String text = Stream.concat(
                        Stream.of(HEAD + machine, COLUMNS),
                        baseline.lines().stream().map(BaselineLine::toString))
                .collect(Collectors.joining("\n", "", "\n"));
        AtomicFile.write(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
