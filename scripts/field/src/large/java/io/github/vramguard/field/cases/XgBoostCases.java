package io.github.vramguard.field.cases;

import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost4J. */
public final class XgBoostCases {

    private static final int ROWS = 5000;
    private static final int COLUMNS = 20;
    private static final float[] DATA = data(ROWS * COLUMNS);
    private static final float[] LABELS = data(ROWS);

    public void ok_disposed() throws XGBoostError {
        DMatrix matrix = matrix();
        Booster booster = train(matrix);
        booster.predict(matrix);
        booster.dispose();
        matrix.dispose();
    }

    public void ok_unreachable() throws XGBoostError {
        DMatrix matrix = matrix();
        train(matrix).predict(matrix);
    }

    public void leak_matrixRetained() throws XGBoostError {
        Kept.forever(matrix());
    }

    public void leak_boosterRetained() throws XGBoostError {
        DMatrix matrix = matrix();
        Kept.forever(train(matrix)).predict(matrix);
        matrix.dispose();
    }

    private static DMatrix matrix() throws XGBoostError {
        DMatrix matrix = new DMatrix(DATA, ROWS, COLUMNS, Float.NaN);
        matrix.setLabel(LABELS);
        return matrix;
    }

    private static Booster train(DMatrix matrix) throws XGBoostError {
        return XGBoost.train(matrix, Map.of("nthread", 1, "verbosity", 0), 5, Map.of(), null, null);
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
