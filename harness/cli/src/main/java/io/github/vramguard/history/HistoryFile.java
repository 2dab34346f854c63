package io.github.vramguard.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.vramguard.run.Run;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The file of a history: a JSON object on each line, only ever appended to. A line stands by itself, commits are
 * ordered by their time and not by their lines, and a line that is there twice counts once, so that two branches that both
 * appended can be merged by keeping the lines of both: {@code vramguard-history.jsonl merge=union} in {@code .gitattributes}.
 * Order matters only between lines of the same run of a commit with other amounts, of which the last counts.
 *
 * @param path where it lies
 */
public record HistoryFile(Path path) {

    /** Has a character for each byte, so that one which is no UTF-8 spoils its own line and no other. */
    private static final Charset BYTES = ISO_8859_1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Appends the amounts of a run.
     *
     * @param commit the measured commit
     * @param run the run; another run of the same commit is a repeated measurement, and the same one is not added again
     * @return how many lines were appended; 0 if all are there already, or nothing was measured
     * @throws IOException if the file cannot be read or written
     */
    public int add(Commit commit, Run run) throws IOException {
        String before = Files.exists(path) ? new String(Files.readAllBytes(path), UTF_8) : "";
        Set<String> known = new HashSet<>(List.of(before.split("\n", -1)));
        List<String> fresh = new ArrayList<>();
        for (Entry entry : new RunEntries(commit, run).all()) {
            String line = JSON.writeValueAsString(entry);
            if (!known.contains(line)) {
                fresh.add(line + "\n");
            }
        }
        String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        if (!fresh.isEmpty()) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(
                    path, gap + String.join("", fresh), UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return fresh.size();
    }

    /**
     * Reads the whole file.
     *
     * @return the history; its problems name the lines that could not be read
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it cannot be read
     */
    public History read() throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(
                    path.toString(), null, "there is no such file; vramguard history add creates it");
        }
        SeriesReader reader = new SeriesReader();
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line : Files.readString(path, BYTES).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                read(line.getBytes(BYTES), path + ", line " + number, reader, problems);
            }
        }
        return reader.history(problems);
    }

    private static void read(byte[] line, String place, SeriesReader reader, List<String> problems) {
        try {
            Entry entry = JSON.readValue(line, Entry.class);
            if (entry == null) {
                problems.add(place + " is not a line of a history: it is null");
            } else if (entry.format() == Entry.FORMAT) {
                reader.add(entry);
            } else {
                problems.add(
                        place + " has format " + entry.format() + ", and this version reads format " + Entry.FORMAT);
            }
        } catch (IOException other) {
            String why = other instanceof JsonProcessingException json ? json.getOriginalMessage() : other.getMessage();
            problems.add(place + " is not a line of a history: " + why);
        }
    }
}
