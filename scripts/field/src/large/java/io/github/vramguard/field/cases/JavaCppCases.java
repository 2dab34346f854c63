package io.github.vramguard.field.cases;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.openblas.global.openblas;

/** JavaCPP, with OpenBLAS. */
public final class JavaCppCases {

    private static final int WIDTH = 512;

    public void ok_closed() {
        try (FloatPointer pointer = filled()) {
            pointer.get(0);
        }
    }

    public void ok_unreachable() {
        filled();
    }

    public void ok_scope() {
        try (PointerScope scope = new PointerScope()) {
            filled();
        }
    }

    public void leak_retained() {
        Kept.forever(filled());
    }

    public void leak_malloc() {
        Pointer.memset(Pointer.malloc(300_000), 1, 300_000);
    }

    public void ok_blas() {
        try (FloatPointer a = filled();
                FloatPointer b = filled();
                FloatPointer c = filled()) {
            openblas.cblas_sgemm(
                    openblas.CblasRowMajor,
                    openblas.CblasNoTrans,
                    openblas.CblasNoTrans,
                    WIDTH,
                    WIDTH,
                    WIDTH,
                    1,
                    a,
                    WIDTH,
                    b,
                    WIDTH,
                    0,
                    c,
                    WIDTH);
        }
    }

    public void ok_blasInEndingThread() throws InterruptedException {
        Thread thread = new Thread(this::ok_blas);
        thread.start();
        thread.join();
    }

    private static FloatPointer filled() {
        FloatPointer pointer = new FloatPointer(WIDTH * WIDTH);
        Pointer.memset(pointer, 0, pointer.capacity() * Float.BYTES);
        return pointer;
    }
}
