package io.github.vramguard.field.cases;

import java.util.ArrayList;
import java.util.List;

/** Where a mistake forgets things. */
final class Kept {

    private static final List<Object> ALL = new ArrayList<>();

    private Kept() {}

    static <T> T forever(T object) {
        ALL.add(object);
        return object;
    }
}
