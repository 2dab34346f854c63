package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Wrapped;
import io.github.vramguard.server.LoadedModel;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** What the server lists once a model is unloaded and memory has settled. */
final class Listings {

    private int kept;
    private int all;

    void add(String model, List<LoadedModel> held) {
        all++;
        kept += held.stream().anyMatch(one -> one.isCalled(model)) ? 1 : 0;
    }

    /** The same verdict, unless it passed although the model was never gone for long. */
    Verdict complete(Verdict verdict) {
        return verdict instanceof Verdict.Passed && kept > 0
                ? new Verdict.Inconclusive(
                        verdict.pools(),
                        List.of(new InconclusiveReason(
                                Cause.NOT_RELEASED, verdict.pools().get(0).pool(), said().orElse(""))))
                : verdict;
    }

    /** A line below the verdict; empty where no list had the model. */
    String line() {
        return said().map(said -> Wrapped.beside("  server", said, 13, 120)).orElse("");
    }

    private Optional<String> said() {
        return kept == 0
                ? Optional.empty()
                : Optional.of("the server lists the model again in " + kept + " of " + all
                        + " cycles, after it was unloaded: another client keeps the model loaded; stop that client");
    }
}
