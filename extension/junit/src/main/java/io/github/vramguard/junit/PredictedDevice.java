package io.github.vramguard.junit;

import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.DeviceFootprint;
import io.github.vramguard.model.GgufException;
import io.github.vramguard.model.Model;
import io.github.vramguard.model.TensorType;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Predicts what a device holds for the model of a budget. */
record PredictedDevice(Path file, ContextSettings settings, int gpuLayers) {

    private static final int ALL = -1;

    static PredictedDevice of(PredictedVramBudget budget) {
        return new PredictedDevice(
                Attribute.parse("@PredictedVramBudget(model)", budget.model(), Path::of),
                settings(budget),
                gpuLayers(budget.gpuLayers()));
    }

    /** Reads the file. */
    DeviceFootprint footprint() {
        Model model = read(file);
        try {
            return model.footprint(settings, gpuLayers).device();
        } catch (IllegalArgumentException refused) {
            throw new ExtensionConfigurationException(
                    "@PredictedVramBudget(model): " + file + ": " + refused.getMessage(), refused);
        }
    }

    private static ContextSettings settings(PredictedVramBudget budget) {
        TensorType keys = Attribute.parse("@PredictedVramBudget(cacheTypeK)", budget.cacheTypeK(), TensorType::named);
        TensorType values = Attribute.parse("@PredictedVramBudget(cacheTypeV)", budget.cacheTypeV(), TensorType::named);
        try {
            return ContextSettings.of(budget.context()).toBuilder()
                    .parallel(budget.parallel())
                    .cacheTypeK(keys)
                    .cacheTypeV(values)
                    .build();
        } catch (IllegalArgumentException refused) {
            throw new ExtensionConfigurationException("@PredictedVramBudget: " + refused.getMessage(), refused);
        }
    }

    private static int gpuLayers(int given) {
        if (given < ALL) {
            throw new ExtensionConfigurationException("@PredictedVramBudget(gpuLayers) = " + given
                    + " is not accepted; give a number of layers, or -1 for all");
        }
        return given == ALL ? Integer.MAX_VALUE : given;
    }

    private static Model read(Path file) {
        Path absolute = file.toAbsolutePath();
        try {
            return Model.read(absolute);
        } catch (GgufException refused) {
            throw refused(String.valueOf(refused.getMessage()), refused);
        } catch (NoSuchFileException missing) {
            throw refused(absolute + ": there is no such file", missing);
        } catch (IOException failed) {
            throw refused(absolute + " cannot be read: " + failed, failed);
        }
    }

    private static ExtensionConfigurationException refused(String complaint, IOException cause) {
        return new ExtensionConfigurationException("@PredictedVramBudget(model): " + complaint, cause);
    }
}
