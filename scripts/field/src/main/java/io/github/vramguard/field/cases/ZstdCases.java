package io.github.vramguard.field.cases;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

/** zstd-jni. */
public final class ZstdCases {

    private static final byte[] DATA = data();

    private static byte[] data() {
        byte[] data = new byte[1 << 20];
        new Random(1).nextBytes(data);
        return data;
    }

    public void ok_streamsClosed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(packed)) {
            out.write(DATA);
        }
        try (ZstdInputStream in = new ZstdInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            in.readAllBytes();
        }
    }

    public void ok_streamUnreachable() throws IOException {
        new ZstdOutputStream(new ByteArrayOutputStream()).write(DATA);
    }

    public void leak_streamWithoutFinalizer() throws IOException {
        new ZstdOutputStreamNoFinalizer(new ByteArrayOutputStream()).write(DATA);
    }

    public void ok_contextClosed() {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.compress(DATA);
        }
    }

    public void leak_contextsRetained() {
        Kept.forever(new ZstdCompressCtx()).compress(DATA);
    }

    public void ok_dictionaryClosed() {
        try (ZstdDictCompress dictionary = new ZstdDictCompress(DATA, 0, 100_000, 3)) {
            Zstd.compress(DATA, dictionary);
        }
    }
}
