package io.github.vramguard.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a split model, {@code NAME-00001-of-00003.gguf} and so on: the first describes the model. */
final class SplitFiles {

    private static final String COUNT = "split.count";

    /** Far above what models have. */
    private static final int MOST_PARTS = 1 << 10;

    private static final Pattern NAME = Pattern.compile("(.*)-(\\d{5})-of-(\\d{5})\\.gguf");

    private final Path file;
    private final String prefix;
    private final int count;

    private SplitFiles(Path file, String prefix, int count) {
        this.file = file;
        this.prefix = prefix;
        this.count = count;
    }

    /** How many files the model has. */
    static int count(GgufHeader part) throws GgufException {
        return part.metadata().number(COUNT).orElse(1);
    }

    static GgufHeader readAll(Path file, GgufHeader anyPart) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        int count = count(anyPart);
        if (count > MOST_PARTS) {
            throw new GgufException(file, "is one of " + count + " parts, of which there can be " + MOST_PARTS);
        }
        if (!name.matches() || Integer.parseInt(name.group(3)) != count) {
            throw new GgufException(
                    file,
                    "is one of " + count + " parts, and is not named like NAME-00001-of-%05d.gguf".formatted(count));
        }
        return new SplitFiles(file, name.group(1), count).readAll();
    }

    private GgufHeader readAll() throws IOException {
        checkParts();
        GgufHeader first = part(1);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        add(first.tensors(), 1, tensors);
        for (int number = 2; number <= count; number++) {
            add(part(number).tensors(), number, tensors);
        }
        return new GgufHeader(first.metadata(), List.copyOf(tensors.values()));
    }

    private void add(List<Tensor> ofPart, int number, Map<String, Tensor> tensors) throws GgufException {
        for (Tensor tensor : ofPart) {
            if (tensors.put(tensor.name(), tensor) != null) {
                throw new GgufException(path(number), "has the tensor " + tensor.name() + " of an earlier part again");
            }
        }
        if (tensors.size() > GgufReader.MOST_TENSORS) {
            throw new GgufException(path(number), "makes it more than " + GgufReader.MOST_TENSORS + " tensors");
        }
    }

    private void checkParts() throws GgufException {
        for (int number = 1; number <= count; number++) {
            if (!Files.exists(path(number))) {
                throw new GgufException(
                        path(number), "is missing: it is part " + number + " of " + count + " of a split model");
            }
        }
    }

    private GgufHeader part(int number) throws IOException {
        GgufHeader part = GgufReader.read(path(number));
        int declared = count(part);
        if (declared != count) {
            throw new GgufException(path(number), "says that it is one of " + declared + " parts, not of " + count);
        }
        return part;
    }

    private Path path(int number) {
        return file.resolveSibling(String.format("%s-%05d-of-%05d.gguf", prefix, number, count));
    }
}
