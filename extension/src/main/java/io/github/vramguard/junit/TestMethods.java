package io.github.vramguard.junit;

import java.util.Arrays;

/** The methods that ids of tests stand for. */
final class TestMethods {

    private TestMethods() {}

    /** Whether the class of a test is here, and its method is not. A class that is not here may be another module's. */
    static boolean areGone(String key) {
        String id = key.contains(" ") ? key.substring(0, key.lastIndexOf(' ')) : key;
        int hash = id.indexOf('#');
        int end = id.indexOf('(', Math.max(0, hash));
        return hash > 0 && end > hash && isGone(id.substring(0, hash), id.substring(hash + 1, end));
    }

    private static boolean isGone(String type, String method) {
        try {
            Class<?> found = Class.forName(type, false, Thread.currentThread().getContextClassLoader());
            return Arrays.stream(found.getMethods())
                            .noneMatch(each -> each.getName().equals(method))
                    && declaresNone(found, method);
        } catch (ClassNotFoundException | LinkageError elsewhere) {
            return false;
        }
    }

    private static boolean declaresNone(Class<?> type, String method) {
        for (Class<?> here = type; here != null; here = here.getSuperclass()) {
            if (Arrays.stream(here.getDeclaredMethods())
                    .anyMatch(each -> each.getName().equals(method))) {
                return false;
            }
        }
        return true;
    }
}
