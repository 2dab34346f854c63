package io.github.vramguard.explain;

import java.util.List;
import java.util.stream.Collectors;

/** Names the first few of many things. */
public final class Few {

    private static final int MOST = 5;

    private Few() {}

    /**
     * Names some things.
     *
     * @param things the things
     * @return the first five, and how many more there are
     */
    public static String of(List<?> things) {
        String first = things.stream().limit(MOST).map(Object::toString).collect(Collectors.joining(", "));
        return things.size() <= MOST ? first : first + " and " + (things.size() - MOST) + " more";
    }
}
