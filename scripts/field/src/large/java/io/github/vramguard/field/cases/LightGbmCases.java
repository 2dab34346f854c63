package io.github.vramguard.field.cases;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.github.vramguard.field.Needs;
import java.util.Random;

/** LightGBM4j. */
public final class LightGbmCases {

    private static final int ROWS = 5000;
    private static final int COLUMNS = 20;
    private static final float[] DATA = data(ROWS * COLUMNS);
    private static final float[] LABELS = data(ROWS);

    private static final class Shared {
        static final LGBMBooster BOOSTER = trained();

        private static LGBMBooster trained() {
            try (LGBMDataset data = dataset()) {
                return train(data);
            } catch (LGBMException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public void ok_closed() throws LGBMException {
        try (LGBMDataset data = dataset();
                LGBMBooster booster = train(data)) {
            predict(booster);
        }
    }

    public void leak_nothingClosed() throws LGBMException {
        predict(Kept.forever(train(Kept.forever(dataset()))));
    }

    public void leak_datasetNotClosed() throws LGBMException {
        try (LGBMBooster booster = train(Kept.forever(dataset()))) {
            predict(booster);
        }
    }

    @Needs(shared = true)
    public void ok_sharedBooster() throws LGBMException {
        predict(Shared.BOOSTER);
    }

    /** The library does not free its buffer of 10 MiB, which is hardly touched. */
    @Needs(shared = true)
    public void leak_saveModelToString() {
        Shared.BOOSTER.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
    }

    private static LGBMDataset dataset() throws LGBMException {
        LGBMDataset data = LGBMDataset.createFromMat(DATA, ROWS, COLUMNS, true, "verbosity=-1 num_threads=1", null);
        data.setField("label", LABELS);
        return data;
    }

    private static LGBMBooster train(LGBMDataset data) throws LGBMException {
        LGBMBooster booster = LGBMBooster.create(data, "objective=regression verbosity=-1 num_threads=1");
        for (int i = 0; i < 5; i++) {
            booster.updateOneIter();
        }
        return booster;
    }

    private static void predict(LGBMBooster booster) throws LGBMException {
        booster.predictForMat(DATA, ROWS, COLUMNS, true, PredictionType.C_API_PREDICT_NORMAL);
    }

    private static float[] data(int size) {
        Random random = new Random(1);
        float[] data = new float[size];
        for (int i = 0; i < size; i++) {
            data[i] = random.nextFloat();
        }
        return data;
    }
}
