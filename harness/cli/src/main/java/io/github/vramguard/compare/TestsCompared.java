package io.github.vramguard.compare;

import io.github.vramguard.run.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds tests that are new, gone, or have another verdict than before. */
final class TestsCompared {

    private final Map<String, Result> before;
    private final Map<String, Result> now;
    private final Runs head;
    private final Map<String, List<String>> freshByMethod;
    private final Map<String, List<String>> freshByClass;

    TestsCompared(Runs base, Runs head) {
        this.before = base.results();
        this.now = head.results();
        this.head = head;
        List<String> fresh =
                now.keySet().stream().filter(test -> !before.containsKey(test)).toList();
        this.freshByMethod = fresh.stream().collect(Collectors.groupingBy(TestsCompared::method));
        this.freshByClass = fresh.stream().collect(Collectors.groupingBy(TestsCompared::type));
    }

    /** The part after the class; empty if the class is measured as a whole. */
    private static String method(String test) {
        return test.indexOf('#') < 0 ? "" : test.substring(test.indexOf('#'));
    }

    private static String type(String test) {
        return test.substring(0, test.length() - method(test).length());
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
        return was.isEmpty() ? Optional.of(fresh(test, is.get())) : changed(test, was.get(), is.get());
    }

    private TestDifference fresh(String test, Result is) {
        return is == Result.FAILED
                ? new TestDifference(test, Change.WORSE, "new and failed: " + head.headline(test, is))
                : new TestDifference(test, Change.NEW, words(is));
    }

    private Optional<TestDifference> changed(String test, Result was, Result is) {
        String note = words(was) + " before, " + words(is) + " now";
        if (is == Result.FAILED) {
            return was == is
                    ? Optional.empty()
                    : Optional.of(new TestDifference(test, Change.WORSE, note + ": " + head.headline(test, is)));
        }
        if (is == Result.NOT_JUDGED || is == Result.UNFINISHED) {
            return was == is ? Optional.empty() : Optional.of(new TestDifference(test, Change.UNREAD, note));
        }
        return was == Result.FAILED ? Optional.of(new TestDifference(test, Change.BETTER, note)) : Optional.empty();
    }

    private static String words(Result result) {
        return switch (result) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case INCONCLUSIVE -> "inconclusive";
            case NOT_JUDGED -> "not judged";
            case UNFINISHED -> "not finished";
        };
    }

    /** A new test of the same method in another class, or the one new test of the same class. */
    private String renamed(String gone) {
        if (method(gone).isEmpty()) {
            return "";
        }
        return Stream.of(
                        freshByMethod.getOrDefault(method(gone), List.of()),
                        freshByClass.getOrDefault(type(gone), List.of()))
                .filter(candidates -> candidates.size() == 1)
                .findFirst()
                .map(candidates -> "renamed to " + candidates.get(0) + "?")
                .orElse("");
    }
}
