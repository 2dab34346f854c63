package io.github.vramguard.report.ci;

import io.github.vramguard.run.MeasuredTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prefixes for headlines, which name the class without its package and the method without its parameters. */
final class ShortNames {

    /** The classes of each simple name. */
    private final Map<String, Set<String>> classes = new HashMap<>();

    private ShortNames() {}

    static ShortNames among(List<MeasuredTest> tests) {
        ShortNames names = new ShortNames();
        tests.stream().map(OrderedTests::className).forEach(type -> names.classes
                .computeIfAbsent(simple(type), name -> new HashSet<>())
                .add(type));
        return names;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }

    /**
     * The class, with its package where another has the same name, and what else of the test the headline lacks: the
     * parameters of the method and which invocation it is. Nothing where the headline has it all.
     */
    String before(MeasuredTest test) {
        String type = OrderedTests.className(test);
        String method = test.test().id().substring(type.length());
        String known = test.headline();
        boolean isOnlyOne = classes.getOrDefault(simple(type), Set.of()).size() < 2;
        if (isOnlyOne
                && known.contains(method.isEmpty() ? test.test().name() : simple(type) + "." + method.substring(1))) {
            return "";
        }
        return (isOnlyOne ? simple(type) : type)
                + (method.isEmpty() || known.contains(method.substring(1)) ? "" : method)
                + ": ";
    }
}
