package io.github.vramguard.field.cases;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** JNA. */
public final class JnaCases {

    private interface Compare extends Callback {
        int compare(Pointer one, Pointer other);
    }

    public void ok_memoryClosed() {
        try (Memory memory = new Memory(1 << 20)) {
            memory.clear();
        }
    }

    public void ok_memoryUnreachable() {
        new Memory(1 << 20).clear();
    }

    public void leak_memoryRetained() {
        Kept.forever(new Memory(1 << 20)).clear();
    }

    public void leak_malloc() {
        new Pointer(Native.malloc(300_000)).clear(300_000);
    }

    public void leak_smallMalloc() {
        new Pointer(Native.malloc(60_000)).clear(60_000);
    }

    public void leak_untouchedMalloc() {
        Native.malloc(8 << 20);
    }

    public void ok_callbackUnreachable() {
        CallbackReference.getFunctionPointer((Compare) (one, other) -> hashCode());
    }

    public void leak_callbacksRetained() {
        for (int i = 0; i < 2000; i++) {
            CallbackReference.getFunctionPointer(Kept.forever((Compare) (one, other) -> hashCode()));
        }
    }
}
