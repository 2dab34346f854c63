package io.github.vramguard.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.Model;
import io.github.vramguard.model.TensorType;
import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cache of a real server is as large as was predicted from its model file. */
class PredictedSizeTests {

    private static final Pattern PRINTED = Pattern.compile("llama_kv_cache: size = +([0-9.]+) MiB");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "4096, 1, false, f16",
        "5000, 4, false, f16",
        "5000, 4, true, f16",
        "8192, 1, false, f32",
        "8192, 2, false, q8_0",
        "8192, 1, false, q4_0"
    })
    void theCacheIsAsLargeAsPredicted(int context, int parallel, boolean unified, String type) throws IOException {
        Path file = new TinyLlama(2, 128, 128, 4, 2, 1).writeTo(folder.resolve("tiny.gguf"));
        Path log = folder.resolve("log");
        RealLlamaServer.single(file)
                .with("-c", "" + context, "-np", "" + parallel, unified ? "--kv-unified" : "--no-kv-unified")
                .with("-ctk", type, "-ctv", type, "-fa", "on", "-v", "--log-file", log.toString())
                .asProcess()
                .close();
        TensorType named = TensorType.named(type);
        long predicted = Model.read(file)
                .cache(new ContextSettings(context, parallel, unified, 512, named, named, false, true))
                .kvBytes();
        assertThat(printed(log)).containsOnly(mib(predicted));
    }

    /** As C prints it: ties to even. */
    private static String mib(long bytes) {
        return BigDecimal.valueOf(bytes)
                .divide(BigDecimal.valueOf(1 << 20))
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static List<String> printed(Path log) throws IOException {
        return PRINTED.matcher(Files.readString(log))
                .results()
                .map((MatchResult size) -> size.group(1))
                .distinct()
                .toList();
    }
}
