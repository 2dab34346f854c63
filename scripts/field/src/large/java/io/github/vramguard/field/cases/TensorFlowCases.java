package io.github.vramguard.field.cases;

import org.tensorflow.EagerSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** TensorFlow. */
public final class TensorFlowCases {

    private static final float[] WEIGHTS = new float[1 << 20];

    public void ok_graphClosed() {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            run(graph, session);
        }
    }

    public void leak_nothingClosed() {
        Graph graph = Kept.forever(new Graph());
        run(graph, Kept.forever(new Session(graph)));
    }

    public void ok_tensorClosed() {
        try (TFloat32 tensor = TFloat32.tensorOf(Shape.of(1 << 18))) {
            tensor.setFloat(1, 0);
        }
    }

    public void leak_tensorRetained() {
        TFloat32 tensor = Kept.forever(TFloat32.tensorOf(Shape.of(1 << 18)));
        for (int i = 0; i < 1 << 18; i += 512) {
            tensor.setFloat(1, i);
        }
    }

    public void ok_eagerClosed() {
        try (EagerSession session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            tf.math.add(tf.constant(1f), tf.constant(2f));
        }
    }

    private static void run(Graph graph, Session session) {
        Ops tf = Ops.create(graph);
        Operand<TFloat32> sum = tf.sum(tf.constant(WEIGHTS), tf.constant(0));
        try (Result result = session.runner().fetch(sum).run()) {
            result.get(0);
        }
    }
}
