package io.github.vramguard.realserver;

import static io.github.vramguard.realserver.PrintedSizes.mib;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.Model;
import io.github.vramguard.model.ModelFootprint;
import io.github.vramguard.model.Speculation;
import io.github.vramguard.model.TensorType;
import io.github.vramguard.tinymodel.TinyDeepseek2;
import io.github.vramguard.tinymodel.TinyFalconH1;
import io.github.vramguard.tinymodel.TinyGemma2;
import io.github.vramguard.tinymodel.TinyJamba;
import io.github.vramguard.tinymodel.TinyLfm2;
import io.github.vramguard.tinymodel.TinyLlama;
import io.github.vramguard.tinymodel.TinyMamba;
import io.github.vramguard.tinymodel.TinyMamba2;
import io.github.vramguard.tinymodel.TinyModel;
import io.github.vramguard.tinymodel.TinyPolyglot;
import io.github.vramguard.tinymodel.TinyQwen35;
import io.github.vramguard.tinymodel.TinyRwkv7;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A real server takes what was predicted from its model file. */
@EnabledOnOs(OS.LINUX)
class PredictedSizeTests {

    /** In percent; the error that is stated for models of all sizes is larger. */
    private static final int COMPUTE_ERROR = 5;

    private static final List<Integer> CONTEXTS = List.of(4096, 5000, 8192, 32768);

    @TempDir
    private static Path folder;

    /** A model, and one with a number twice as large. Caches take whole hundredths of a MiB, so that they can be summed. */
    record Pair(TinyModel model, TinyModel other) {

        @Override
        public String toString() {
            return model.toString();
        }
    }

    /** A model with a context. */
    record Case(TinyModel model, int context) {}

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair(new TinyLlama(4, 256, 512, 8, 2, 1), new TinyLlama(4, 256, 512, 8, 4, 1)),
                new Pair(new TinyLlama(4, 256, 512, 8, 8, 1), new TinyLlama(8, 256, 512, 8, 8, 1)),
                new Pair(new TinyGemma2(8, 128, 1024, 1), new TinyGemma2(8, 128, 2048, 1)),
                new Pair(new TinyDeepseek2(4, 128, 64, 1), new TinyDeepseek2(4, 128, 128, 1)),
                new Pair(new TinyMamba(4, 256, 64, 1), new TinyMamba(4, 256, 128, 1)),
                new Pair(new TinyMamba2(4, 256, 64, 2, 1), new TinyMamba2(4, 256, 64, 4, 1)),
                new Pair(new TinyRwkv7(4, 256, 64, 1), new TinyRwkv7(4, 256, 128, 1)),
                new Pair(new TinyJamba(8, 256, 4, 1), new TinyJamba(8, 256, 8, 1)),
                new Pair(new TinyQwen35(8, 256, 128, 1, 1), new TinyQwen35(8, 256, 256, 1, 1)),
                new Pair(new TinyFalconH1(4, 256, 64, 1), new TinyFalconH1(4, 256, 128, 1)),
                new Pair(new TinyLfm2(8, 256, 4, 1), new TinyLfm2(8, 256, 8, 1)));
    }

    static Stream<Case> cases() {
        return pairs().flatMap(pair -> CONTEXTS.stream().map(context -> new Case(pair.model(), context)));
    }

    @Tag("thorough")
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aServerTakesWhatWasPredicted(Case served) throws IOException {
        PrintedSizes printed = printed(served);
        ModelFootprint predicted = predicted(served);
        assertThat(exact(printed)).isEqualTo(exact(predicted));
        assertThat(printed.compute())
                .isBetween(percent(predicted, 100 - COMPUTE_ERROR), percent(predicted, 100 + COMPUTE_ERROR));
    }

    /** Each number counts. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void anotherModelIsNotAsLarge(Pair pair) throws IOException {
        PrintedSizes printed = printed(new Case(pair.model(), 8192));
        assertThat(exact(printed)).isNotEqualTo(exact(predicted(new Case(pair.other(), 8192))));
    }

    @ParameterizedTest
    @CsvSource({
        "4096, 1, false, f16",
        "5000, 4, false, f16",
        "5000, 4, true, f16",
        "8192, 1, false, f32",
        "8192, 2, false, q8_0",
        "8192, 1, false, q4_0"
    })
    void settingsCountAsPredicted(int context, int parallel, boolean unified, String type) throws IOException {
        Path file = new TinyLlama(2, 128, 128, 4, 2, 1).writeTo(folder.resolve("tiny.gguf"));
        PrintedSizes printed = PrintedSizes.of(RealLlamaServer.single(file)
                .with("-c", "" + context, "-np", "" + parallel, unified ? "--kv-unified" : "--no-kv-unified")
                .with("-ctk", type, "-ctv", type, "-fa", "on"));
        TensorType named = TensorType.named(type);
        ContextSettings settings = ContextSettings.of(context).toBuilder()
                .parallel(parallel)
                .unified(unified)
                .cacheTypeK(named)
                .cacheTypeV(named)
                .build();
        assertThat(printed.cache())
                .isEqualTo(mib(Model.read(file).cache(settings).kvBytes()));
    }

    /** Sequences that do not share a cache have whole blocks of cells, and no more is computed at once than a batch has. */
    @ParameterizedTest
    @CsvSource({
        "5000, 3, 2048, 512, true",
        "8192, 1, 2048, 1024, true",
        "8192, 1, 2048, 4096, true",
        "8192, 1, 4096, 4096, true",
        "8192, 1, 2048, 512, false"
    })
    void windowsAndComputeFollowTheSettings(int context, int parallel, int batch, int ubatch, boolean flashAttention)
            throws IOException {
        Path file = new TinyGemma2(8, 128, 1024, 1).writeTo(folder.resolve("windows.gguf"));
        PrintedSizes printed = PrintedSizes.of(RealLlamaServer.single(file)
                .with("-c", "" + context, "-np", "" + parallel, "--no-kv-unified")
                .with("-b", "" + batch, "-ub", "" + ubatch, "-fa", flashAttention ? "on" : "off"));
        ModelFootprint predicted = Model.read(file)
                .footprint(
                        ContextSettings.of(context).toBuilder()
                                .parallel(parallel)
                                .ubatch(Math.min(batch, ubatch))
                                .flashAttention(flashAttention)
                                .build(),
                        0);
        assertThat(exact(printed)).isEqualTo(exact(predicted));
        assertThat(printed.compute())
                .isBetween(percent(predicted, 100 - COMPUTE_ERROR), percent(predicted, 100 + COMPUTE_ERROR));
    }

    /** A server of embeddings has them, and a server of answers has next to none. */
    @ParameterizedTest
    @CsvSource({"true, 80, 120", "false, 5, 10"})
    void logitsCountWhereAllTokensHaveThem(boolean embeddings, int leastPercent, int mostPercent) throws IOException {
        Path file = new TinyPolyglot(32_768, 1).writeTo(folder.resolve("polyglot.gguf"));
        RealLlamaServer server = RealLlamaServer.single(file).with("-c", "4096", "-fa", "on");
        PrintedSizes printed = PrintedSizes.of(embeddings ? server.with("--embeddings") : server);
        ModelFootprint predicted = Model.read(file).footprint(ContextSettings.of(4096), 0);
        assertThat(printed.compute())
                .isBetween(percent(predicted, leastPercent), percent(predicted, mostPercent))
                .isBetween(
                        mib(predicted.computeRange().least()),
                        mib(predicted.computeRange().most()));
    }

    /** A state for each drafted token, and a context that drafts, with cells and types of its own. */
    @ParameterizedTest
    @CsvSource({"8192, 1, 3, f16", "8192, 2, 12, q8_0", "5000, 1, 1, f16"})
    void aModelThatDraftsTokensTakesWhatWasPredicted(int context, int parallel, int drafted, String type)
            throws IOException {
        Path file = new TinyQwen35(8, 256, 128, 1, 1).writeTo(folder.resolve("drafting.gguf"));
        PrintedSizes printed = PrintedSizes.of(RealLlamaServer.single(file)
                .with("-c", "" + context, "-np", "" + parallel, "--no-kv-unified", "-fa", "on")
                .with("--spec-type", "draft-mtp", "--spec-draft-n-max", "" + drafted, "-ctkd", type, "-ctvd", type));
        TensorType named = TensorType.named(type);
        ContextSettings settings = ContextSettings.of(context).toBuilder()
                .parallel(parallel)
                .speculation(new Speculation(drafted, true, named, named))
                .build();
        assertThat(exact(printed).subList(0, 3))
                .isEqualTo(exact(Model.read(file).footprint(settings, 0)).subList(0, 3));
    }

    private static PrintedSizes printed(Case served) throws IOException {
        return PrintedSizes.of(RealLlamaServer.single(file(served)).with("-c", "" + served.context(), "-fa", "on"));
    }

    private static ModelFootprint predicted(Case served) throws IOException {
        return Model.read(file(served)).footprint(ContextSettings.of(served.context()), 0);
    }

    private static Path file(Case served) throws IOException {
        Path file = folder.resolve(served.model() + ".gguf");
        return Files.exists(file) ? file : served.model().writeTo(file);
    }

    private static BigDecimal percent(ModelFootprint predicted, int percent) {
        return mib(predicted.computeBytes() / 100 * percent);
    }

    private static List<BigDecimal> exact(PrintedSizes printed) {
        return List.of(printed.weights(), printed.cache(), printed.state(), printed.output());
    }

    private static List<BigDecimal> exact(ModelFootprint predicted) {
        return List.of(
                mib(predicted.weights().hostBytes()),
                mib(predicted.cache().kvBytes()),
                mib(predicted.cache().stateBytes()),
                mib(predicted.outputBytes()));
    }
}
