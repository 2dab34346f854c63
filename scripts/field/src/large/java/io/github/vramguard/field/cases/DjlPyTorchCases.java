package io.github.vramguard.field.cases;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import io.github.vramguard.field.Needs;

/** DJL with PyTorch. */
@Needs(options = {"-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true"})
public final class DjlPyTorchCases {

    private static final int WIDTH = 1024;

    private static final class Shared {
        static final NDManager MANAGER = NDManager.newBaseManager("PyTorch");
    }

    public void ok_managerClosed() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            manager.ones(new Shape(WIDTH, WIDTH)).sum();
        }
    }

    @Needs(shared = true)
    public void ok_subManagerClosed() {
        try (NDManager manager = Shared.MANAGER.newSubManager()) {
            manager.ones(new Shape(WIDTH, WIDTH)).sum();
        }
    }

    @Needs(shared = true)
    public void leak_arraysOnSharedManager() {
        Shared.MANAGER.ones(new Shape(WIDTH, 512));
    }

    public void ok_modelClosed() throws TranslateException {
        try (Model model = model();
                Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator())) {
            predict(model, predictor);
        }
    }

    public void leak_modelRetained() throws TranslateException {
        Model model = Kept.forever(model());
        try (Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator())) {
            predict(model, predictor);
        }
    }

    private static Model model() {
        Model model = Model.newInstance("linear", "PyTorch");
        Block block = Linear.builder().setUnits(WIDTH).build();
        block.initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1, WIDTH));
        model.setBlock(block);
        return model;
    }

    private static void predict(Model model, Predictor<NDList, NDList> predictor) throws TranslateException {
        try (NDManager manager = model.getNDManager().newSubManager();
                NDArray row = manager.ones(new Shape(1, WIDTH));
                NDList answer = predictor.predict(new NDList(row))) {
            answer.head();
        }
    }
}
