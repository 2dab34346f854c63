package io.github.vramguard.report.html;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which components of records are written in a shorter form than JSON has for them. */
final class Shortened {

    private Shortened() {}

    /** Of a test. */
    interface OfTest {

        @JsonSerialize(using = Lines.class)
        String facts();
    }

    /** Of a pool: what most pools do not have comes last. */
    @JsonPropertyOrder({
        "name",
        "unit",
        "source",
        "quality",
        "outcome",
        "shape",
        "perCycle",
        "residual",
        "excluded",
        "peak",
        "readings",
        "budget",
        "predicted",
        "gap"
    })
    interface OfPool {

        @JsonSerialize(using = Deltas.class)
        List<@Nullable Long> readings();
    }

    /** Of a timeline. */
    interface OfTimeline {

        @JsonSerialize(using = Deltas.class)
        List<Long> at();

        @JsonSerialize(using = Deltas.class)
        List<Integer> levels();
    }
}
