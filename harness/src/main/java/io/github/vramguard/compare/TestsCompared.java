package io.github.vramguard.compare;

import io.github.vramguard.run.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tests that are new, gone, or judged otherwise than before. */
final class TestsCompared {

    private final Map<String, Result> before;
    private final Map<String, Result> now;
    private final Runs head;

    TestsCompared(Runs base, Runs head) {
        this.before = base.results();
        this.now = head.results();
        this.head = head;
    }

    List<TestDifference> all() {
        return Stream.concat(before.keySet().stream(), now.keySet().stream())
                .distinct()
                .flatMap(test -> of(test).stream())
                .sorted()
                .toList();
    }

    private Optional<TestDifference> of(String test) {
        Optional<Result> was = Optional.ofNullable(before.get(test));
        Optional<Result> is = Optional.ofNullable(now.get(test));
        if (is.isEmpty()) {
            return Optional.of(new TestDifference(test, Change.GONE, renamed(test)));
        }
        return was.isEmpty() ? Optional.of(fresh(test, is.get())) : judgedOtherwise(test, was.get(), is.get());
    }

    private TestDifference fresh(String test, Result is) {
        return is == Result.BROKEN
                ? new TestDifference(test, Change.WORSE, "new, and broken: " + head.headline(test, is))
                : new TestDifference(test, Change.NEW, words(is));
    }

    private Optional<TestDifference> judgedOtherwise(String test, Result was, Result is) {
        String note = words(is) + ", and was " + words(was);
        if (is == Result.BROKEN) {
            return was == is
                    ? Optional.empty()
                    : Optional.of(new TestDifference(test, Change.WORSE, note + ": " + head.headline(test, is)));
        }
        if (is == Result.NOT_JUDGED || is == Result.UNFINISHED) {
            return was == is ? Optional.empty() : Optional.of(new TestDifference(test, Change.UNREAD, note));
        }
        return was == Result.BROKEN ? Optional.of(new TestDifference(test, Change.BETTER, note)) : Optional.empty();
    }

    private static String words(Result result) {
        return switch (result) {
            case KEPT -> "kept";
            case BROKEN -> "broken";
            case INCONCLUSIVE -> "inconclusive";
            case NOT_JUDGED -> "not judged";
            case UNFINISHED -> "not finished";
        };
    }

    /** A new test of the same method in another class, or the one new test of the same class. */
    private String renamed(String gone) {
        Map<String, Result> fresh = new TreeMap<>(now);
        fresh.keySet().removeAll(before.keySet());
        String method = gone.substring(gone.indexOf('#') + 1);
        String type = gone.substring(0, gone.length() - method.length());
        List<String> moved = fresh.keySet().stream()
                .filter(test -> test.endsWith("#" + method))
                .toList();
        List<String> sameClass =
                fresh.keySet().stream().filter(test -> test.startsWith(type)).toList();
        return Stream.of(moved, sameClass)
                .filter(candidates -> candidates.size() == 1)
                .findFirst()
                .map(candidates -> "renamed to " + candidates.get(0) + "?")
                .orElse("");
    }
}
