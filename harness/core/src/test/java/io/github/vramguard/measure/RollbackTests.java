package io.github.vramguard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollbackTests {

    private final List<String> undone = new ArrayList<>();

    @Test
    void nothingIsUndoneAfterSuccess() {
        Rollback.onFailure(() -> {}, () -> undone.add("undone"));

        assertThat(undone).isEmpty();
    }

    @Test
    void theFailureOfTheStepComesFirst() {
        assertThatThrownBy(() -> Rollback.onFailure(
                        () -> {
                            throw new IOException("step");
                        },
                        () -> {
                            throw new IOException("undo");
                        }))
                .hasMessage("step")
                .satisfies(failed -> assertThat(failed.getSuppressed())
                        .singleElement()
                        .satisfies(suppressed -> assertThat(suppressed).hasMessage("undo")));
    }

    @Test
    void anErrorIsUndoneToo() {
        assertThatThrownBy(() -> Rollback.onFailure(
                        () -> {
                            throw new AssertionError("step");
                        },
                        () -> undone.add("undone")))
                .hasMessage("step");
        assertThat(undone).containsExactly("undone");
    }

    @Test
    void anInterruptionWaitsUntilTheStepIsUndone() {
        assertThatThrownBy(() -> Rollback.onFailure(
                        () -> {
                            Thread.currentThread().interrupt();
                            throw new IOException("interrupted");
                        },
                        () -> undone.add(
                                "interrupted: " + Thread.currentThread().isInterrupted())))
                .hasMessage("interrupted");
        assertThat(undone).containsExactly("interrupted: false");
        assertThat(Thread.interrupted()).isTrue();
    }
}
