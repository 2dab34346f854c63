package io.github.vramguard.field.cases;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperState;
import io.github.vramguard.field.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** whisper-jni, on a model of 4 layers with random weights. */
public final class WhisperCases {

    private static final Path MODEL = TinyWhisper.write();
    private static final WhisperJNI WHISPER = loaded();

    private static final class Shared {
        static final WhisperContext CONTEXT = opened();

        private static WhisperContext opened() {
            try {
                return WHISPER.initNoState(MODEL);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public void ok_closed() throws IOException {
        WHISPER.free(open());
    }

    /** The library has a limit; what it says when it is reached is nothing. */
    public void leak_notClosed() throws IOException {
        Kept.forever(open());
    }

    @Needs(shared = true)
    public void ok_stateClosed() {
        try (WhisperState state = WHISPER.initState(Shared.CONTEXT)) {
            present(state);
        }
    }

    private static WhisperContext open() throws IOException {
        return present(WHISPER.init(MODEL));
    }

    private static <T> T present(T loaded) {
        if (loaded == null) {
            throw new IllegalStateException("whisper.cpp has loaded nothing");
        }
        return loaded;
    }

    private static WhisperJNI loaded() {
        try {
            WhisperJNI.loadLibrary();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WhisperJNI.setLibraryLogger(null);
        return new WhisperJNI();
    }
}
