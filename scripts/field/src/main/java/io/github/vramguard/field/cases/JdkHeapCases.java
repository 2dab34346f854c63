package io.github.vramguard.field.cases;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.IntStream;

/** What lives in the Java heap. */
public final class JdkHeapCases {

    private static final Map<Object, byte[]> WEAK = new WeakHashMap<>();
    private static final List<SoftReference<byte[]>> SOFT = new ArrayList<>();
    private static final Map<Integer, byte[]> LRU = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
            return size() > 8;
        }
    };
    private static final Map<String, String> STRINGS = new HashMap<>();
    private static volatile Object garbage;
    private static int number;

    public void ok_nothing() {}

    public void ok_churn() {
        for (int i = 0; i < 50; i++) {
            garbage = new byte[1 << 20];
        }
        garbage = null;
    }

    public void ok_weakKeys() {
        WEAK.put(new Object(), new byte[256 << 10]);
    }

    public void ok_softValues() {
        SOFT.removeIf(reference -> reference.get() == null);
        SOFT.add(new SoftReference<>(new byte[1 << 20]));
    }

    public void ok_boundedCache() {
        for (int i = 0; i < 4; i++) {
            LRU.put(number++, new byte[64 << 10]);
        }
    }

    public void ok_lambdas() {
        garbage = IntStream.range(0, 1000).mapToObj(i -> "number " + i).toList();
        garbage = null;
    }

    public void leak_cache() {
        Kept.forever(new byte[128 << 10]);
    }

    public void leak_mebibyte() {
        Kept.forever(new byte[1 << 20]);
    }

    public void leak_listener() {
        byte[] screen = new byte[200 << 10];
        Kept.forever((Runnable) () -> garbage = screen);
    }

    public void leak_strings() {
        for (int i = 0; i < 1000; i++) {
            STRINGS.put("key " + number++, "value " + number);
        }
    }

    public void leak_weakKeyHeldByValue() {
        Object key = new Object();
        Object[] value = {key, new byte[128 << 10]};
        HELD.put(key, value);
    }

    private static final Map<Object, Object[]> HELD = new WeakHashMap<>();
}
