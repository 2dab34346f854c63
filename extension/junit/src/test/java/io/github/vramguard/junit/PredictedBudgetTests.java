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
                .startsWith(
                        "@PredictedVramBudget PredictedBudgetTests.PredictedTestCases.withTenPercent(): gpu0 peaks at 1.68 GiB, 1 GiB over the budget of 696 MiB")
                .contains("\n  predicted  weights 369 KiB · KV 2 MiB · compute 7.5 MiB to 11.3 MiB"
                        + " · GPU context 107 MiB to 619 MiB · unexplained 1.06 GiB on gpu0\n");
    }

    @Test
    void withoutAValueThereMustBeABaseline() {
        assertThat(refusal("nothing"))
                .isEqualTo("@VramBudget without a value takes its budget from the baseline, and vramguard.baseline.dir"
                        + " is not set; set it, or give an amount such as @VramBudget(\"6 GiB\")");
    }

    @Test
    void aBudgetIsEitherWrittenOrPredicted() {
        assertThat(refusal("both")).endsWith(".both() has @VramBudget and @PredictedVramBudget; keep one of them");
    }

    @Test
    void theNearestBudgetApplies() {
        ScriptedGpu.holds(7L << 30);

        assertThat(KIT.run(NearestTestCases.class).onlyFailure())
                .startsWith("@PredictedVramBudget PredictedBudgetTests.NearestTestCases.predicted(): ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            slack      | @PredictedVramBudget(slack): "much" is not an amount of memory;
            keys       | @PredictedVramBudget(cacheTypeK): "f17" is not a type of tensor
            values     | @PredictedVramBudget(cacheTypeV): "f18" is not a type of tensor
            gpuLayers  | @PredictedVramBudget(gpuLayers) = -2 is not accepted; give a number of layers, or -1 for all
            context    | @PredictedVramBudget: the context cannot be -1
            parallel   | @PredictedVramBudget: parallel must be 1 to 256
            keysOfRows | @PredictedVramBudget: keys cannot be cached as i8
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

        assertThat(refusal(test)).contains("VramBudget");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThat(refusal("missing"))
                .isEqualTo("@PredictedVramBudget(model): " + Path.of(MISSING).toAbsolutePath()
                        + ": there is no such file");
    }

    @Test
    void aFileThatIsNoModelIsNamedWithItsField() {
        assertThat(refusal("noModel"))
                .startsWith("@PredictedVramBudget(model): " + Path.of(NO_MODEL).toAbsolutePath()
                        + " at byte 0, magic: expected");
    }

    @Test
    void aFolderCannotBeRead() {
        assertThat(refusal("folder"))
                .startsWith("@PredictedVramBudget(model): " + Path.of(FOLDER).toAbsolutePath());
    }

    private static String refusal(String test) {
        Ran ran = KIT.run(RefusedTestCases.class, test);
        assertThat(ran.failures()).singleElement().isInstanceOf(ExtensionConfigurationException.class);
        return ran.onlyFailure();
    }

    static class PredictedTestCases {

        @Test
        @PredictedVramBudget(model = MODEL, context = 8192, slack = "0%")
        void predicted() {}

        @Test
        @PredictedVramBudget(model = MODEL, context = 8192)
        void withTenPercent() {}

        @Test
        @PredictedVramBudget(model = MODEL, context = 8192, slack = "1 MiB")
        void withAnAmount() {}

        @Test
        @PredictedVramBudget(model = MODEL, slack = "0%")
        void ofTheTrainedContext() {}

        @Test
        @PredictedVramBudget(model = MODEL, context = 8192, cacheTypeK = "f32", cacheTypeV = "f32", slack = "0%")
        void ofFullFloats() {}

        @Test
        @PredictedVramBudget(model = MODEL, context = 8192, gpuLayers = 2, slack = "0%")
        void withoutTheFirstBlock() {}

        @Test
        @PredictedVramBudget(model = MODEL, context = 8192, parallel = 4, slack = "0%")
        void ofFourSequences() {}
    }

    @VramBudget("8 GiB")
    static class NearestTestCases {

        @Test
        @PredictedVramBudget(model = MODEL)
        void predicted() {}

        @Test
        void written() {}
    }

    static class RefusedTestCases {

        @Test
        @VramBudget
        void nothing() {}

        @Test
        @VramBudget("6 GiB")
        @PredictedVramBudget(model = MODEL)
        void both() {}

        @Test
        @PredictedVramBudget(model = MODEL, slack = "much")
        void slack() {}

        @Test
        @PredictedVramBudget(model = MODEL, cacheTypeK = "f17")
        void keys() {}

        @Test
        @PredictedVramBudget(model = MODEL, cacheTypeV = "f18")
        void values() {}

        @Test
        @PredictedVramBudget(model = MODEL, gpuLayers = -2)
        void gpuLayers() {}

        @Test
        @PredictedVramBudget(model = MODEL, context = -1)
        void context() {}

        @Test
        @PredictedVramBudget(model = MODEL, parallel = 0)
        void parallel() {}

        @Test
        @PredictedVramBudget(model = MODEL, cacheTypeK = "i8")
        void keysOfRows() {}

        @Test
        @PredictedVramBudget(model = MISSING)
        void missing() {}

        @Test
        @PredictedVramBudget(model = NO_MODEL)
        void noModel() {}

        @Test
        @PredictedVramBudget(model = FOLDER)
        void folder() {}
    }
}
