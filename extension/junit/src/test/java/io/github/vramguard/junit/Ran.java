package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import org.junit.platform.testkit.engine.Events;

/**
 * What became of test cases.
 *
 * @param results the events, as JUnit recorded them
 */
public record Ran(EngineExecutionResults results) {

    /** Asserts that so many tests succeeded and that nothing failed, was aborted or was skipped. */
    Ran allPass(int tests) {
        assertThat(failures()).as("failures").isEmpty();
        assertThat(aborts()).as("aborted").isEmpty();
        assertThat(skips()).as("skipped").isEmpty();
        assertThat(succeeded()).as("succeeded").isEqualTo(tests);
        return this;
    }

    /** Asserts that one thing failed, a test or a container, and returns its message. */
    public String onlyFailure() {
        assertThat(failures()).as("failures").hasSize(1);
        return Objects.requireNonNull(failures().get(0).getMessage());
    }

    /** By display name, the first line of what failed the test or container. */
    Map<String, String> headlines() {
        return finished(Status.FAILED)
                .collect(Collectors.toMap(
                        event -> event.getTestDescriptor().getDisplayName(),
                        event -> String.valueOf(thrown(event).getMessage())
                                .lines()
                                .findFirst()
                                .orElse(""),
                        (one, other) -> one + " | " + other,
                        LinkedHashMap::new));
    }

    public List<Throwable> failures() {
        return finished(Status.FAILED).map(Ran::thrown).toList();
    }

    List<String> aborts() {
        return finished(Status.ABORTED)
                .map(event -> String.valueOf(thrown(event).getMessage()))
                .toList();
    }

    List<String> skips() {
        return results.allEvents().skipped().stream()
                .map(event -> event.getRequiredPayload(String.class))
                .toList();
    }

    long succeeded() {
        return results.testEvents().succeeded().count();
    }

    /** The display names of the tests that were started, in order. */
    List<String> started() {
        return results.testEvents().started().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    /** The values of a key in the report entries, in order. */
    public List<String> reported(String key) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class))
                .map(entry -> entry.getKeyValuePairs().get(key))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The unique ids of what failed. */
    List<String> failedIds() {
        return finished(Status.FAILED)
                .map(event -> event.getTestDescriptor().getUniqueId().toString())
                .toList();
    }

    private Stream<Event> finished(Status status) {
        Events events = results.allEvents();
        return events.stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .filter(event ->
                        event.getRequiredPayload(TestExecutionResult.class).getStatus() == status);
    }

    private static Throwable thrown(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
