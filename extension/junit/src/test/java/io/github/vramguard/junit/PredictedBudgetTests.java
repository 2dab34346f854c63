package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A budget that is predicted from the file of a model. */
class PredictedBudgetTests {

    private static final String FOLDER = "target/predicted-budget/";
    private static final String MODEL = FOLDER + "tiny.gguf";
    private static final String NO_MODEL = FOLDER + "text.gguf";
    private static final String MISSING = FOLDER + "missing.gguf";
    private static final Kit KIT = Kit.quick().with("vramguard.sampling.interval", "5");

    /** Weights 378,112, cache 2 MiB, batch 9.38 MiB and 20 %, and 619 MiB of a GPU context. */
    private static final long PREDICTED = 378_112 + (2L << 20) + 11_796_480 + (619L << 20);

    private static final long SLACK = PREDICTED / 10;

    @BeforeAll
    static void writeFiles() throws IOException {
        Files.createDirectories(Path.of(FOLDER));
        TinyLlama.smallest().writeTo(Path.of(MODEL));
        Files.writeString(Path.of(NO_MODEL), "This is no model.");
    }

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
    }

    @ParameterizedTest
    @CsvSource({
        "predicted, 0",
        "withTenPercent, 66334028",
        "withAnAmount, 1048576",
        "ofTheTrainedContext, -9122620",
        "ofFullFloats, 2097152",
        "withoutTheFirstBlock, -1196544",
        "ofFourSequences, -7549756"
    })
    void aPeakEqualToWhatIsPredictedIsKeptAndOneByteMoreIsNot(String test, long more) {
        ScriptedGpu.holds(PREDICTED + more);
        KIT.run(PredictedTestCases.class, test).allPass(1);

        ScriptedGpu.holds(PREDICTED + more + 1);
        assertThat(KIT.run(PredictedTestCases.class, test).onlyFailure()).contains(", 1 B over the budget of ");
    }

    @Test
    void thePeakIsSplitIntoItsPredictedPartsAndTheRest() {
        ScriptedGpu.holds(PREDICTED + SLACK + (1L << 30));

        assertThat(KIT.run(PredictedTestCases.class, "withTenPercent").onlyFailure())
                .startsWith("@VramBudget withTenPercent(): gpu0 peaks at 1.68 GiB, 1 GiB over the budget of 696 MiB")
                .contains("\n  predicted  weights 369 KiB · KV 2 MiB · compute 7.5 MiB to 11.3 MiB"
                        + " · GPU context 107 MiB to 619 MiB · unexplained 1.06 GiB on gpu0\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing      | it was given neither, which stands for the peak of an earlier run where vramguard.baseline.dir is set
            both         | it was given model, value
            valueOfModel | it was given context, slack, value
            onlyContext  | it was given context
            """)
    void aBudgetIsEitherWrittenOrPredicted(String test, String complaint) {
        assertThat(refusal(test))
                .startsWith("@VramBudget takes either a value, such as \"6 GiB\", or the model, a GGUF file, ")
                .endsWith("; " + complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            slack      | @VramBudget(slack): "much" is not an amount of memory;
            keys       | @VramBudget(cacheTypeK): "f17" is not a type of tensor
            values     | @VramBudget(cacheTypeV): "f18" is not a type of tensor
            gpuLayers  | @VramBudget(gpuLayers) = -2 is not accepted; give a number of layers, or -1 for all
            context    | @VramBudget: the context cannot be -1
            parallel   | @VramBudget: parallel must be 1 to 256
            keysOfRows | @VramBudget: keys cannot be cached as i8
            """)
    void anAttributeThatIsNotAcceptedIsNamed(String test, String complaint) {
        assertThat(refusal(test)).startsWith(complaint);
    }

    @BeforeEach
    void plugIn() {
        ScriptedGpu.holds(0);
    }

    @Test
    void whereNothingIsMeasuredTheFileNeedNotBeThere() {
        KIT.with("vramguard.mode", "off").run(RefusedTestCases.class, "missing").allPass(1);

        ScriptedGpu.unplug();
        assertThat(KIT.run(RefusedTestCases.class, "missing").aborts())
                .singleElement()
                .asString()
                .startsWith("@VramBudget: no GPU can be read: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "both", "slack", "keys", "gpuLayers", "context"})
    void attributesAreReadWithoutAGpuToo(String test) {
        ScriptedGpu.unplug();

        assertThat(refusal(test)).startsWith("@VramBudget");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThat(refusal("missing"))
                .isEqualTo("@VramBudget(model): " + Path.of(MISSING).toAbsolutePath() + ": there is no such file");
    }

    @Test
    void aFileThatIsNoModelIsNamedWithItsField() {
        assertThat(refusal("noModel"))
                .startsWith(
                        "@VramBudget(model): " + Path.of(NO_MODEL).toAbsolutePath() + " at byte 0, magic: expected");
    }

    @Test
    void aFolderCannotBeRead() {
        assertThat(refusal("folder"))
                .startsWith("@VramBudget(model): " + Path.of(FOLDER).toAbsolutePath());
    }

    private static String refusal(String test) {
        Ran ran = KIT.run(RefusedTestCases.class, test);
        assertThat(ran.failures()).singleElement().isInstanceOf(ExtensionConfigurationException.class);
        return ran.onlyFailure();
    }

    static class PredictedTestCases {

        @Test
        @VramBudget(model = MODEL, context = 8192, slack = "0%")
        void predicted() {}

        @Test
        @VramBudget(model = MODEL, context = 8192)
        void withTenPercent() {}

        @Test
        @VramBudget(model = MODEL, context = 8192, slack = "1 MiB")
        void withAnAmount() {}

        @Test
        @VramBudget(model = MODEL, slack = "0%")
        void ofTheTrainedContext() {}

        @Test
        @VramBudget(model = MODEL, context = 8192, cacheTypeK = "f32", cacheTypeV = "f32", slack = "0%")
        void ofFullFloats() {}

        @Test
        @VramBudget(model = MODEL, context = 8192, gpuLayers = 2, slack = "0%")
        void withoutTheFirstBlock() {}

        @Test
        @VramBudget(model = MODEL, context = 8192, parallel = 4, slack = "0%")
        void ofFourSequences() {}
    }

    static class RefusedTestCases {

        @Test
        @VramBudget
        void nothing() {}

        @Test
        @VramBudget(value = "6 GiB", model = MODEL)
        void both() {}

        @Test
        @VramBudget(value = "6 GiB", context = 8192, slack = "5%")
        void valueOfModel() {}

        @Test
        @VramBudget(context = 8192)
        void onlyContext() {}

        @Test
        @VramBudget(model = MODEL, slack = "much")
        void slack() {}

        @Test
        @VramBudget(model = MODEL, cacheTypeK = "f17")
        void keys() {}

        @Test
        @VramBudget(model = MODEL, cacheTypeV = "f18")
        void values() {}

        @Test
        @VramBudget(model = MODEL, gpuLayers = -2)
        void gpuLayers() {}

        @Test
        @VramBudget(model = MODEL, context = -1)
        void context() {}

        @Test
        @VramBudget(model = MODEL, parallel = 0)
        void parallel() {}

        @Test
        @VramBudget(model = MODEL, cacheTypeK = "i8")
        void keysOfRows() {}

        @Test
        @VramBudget(model = MISSING)
        void missing() {}

        @Test
        @VramBudget(model = NO_MODEL)
        void noModel() {}

        @Test
        @VramBudget(model = FOLDER)
        void folder() {}
    }
}
