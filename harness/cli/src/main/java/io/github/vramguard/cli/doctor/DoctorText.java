package io.github.vramguard.cli.doctor;

import io.github.vramguard.cli.terminal.Wrapped;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.source.Trial;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what was examined as text. */
final class DoctorText {

    private static final int INDENT = 14;

    private final PrintWriter out;
    private final int width;

    DoctorText(PrintWriter out, int width) {
        this.out = out;
        this.width = width;
    }

    void print(Examination found) {
        section("Machine", () -> found.machine().forEach(this::entry));
        section(
                "Settings",
                () -> (found.settings().isEmpty() ? Map.of("defaults", "no setting is changed") : found.settings())
                        .forEach(this::entry));
        section("Memory of " + found.target(), () -> found.pools().forEach(this::print));
        if (!found.limitations().isEmpty()) {
            section("How to get finer readings (options are for the JVM that runs the tests)", () -> found.limitations()
                    .forEach(limitation -> out.print(Wrapped.beside("  -", limitation, 4, width))));
        }
    }

    private void section(String heading, Runnable entries) {
        out.print(heading + "\n");
        entries.run();
        out.print("\n");
    }

    private void entry(String name, String text) {
        out.print(Wrapped.beside("  " + name, text, INDENT, width));
    }

    private void print(PoolSurvey survey) {
        entry(survey.pool().name(), survey.chosen().map(DoctorText::reading).orElse("cannot be read"));
        for (Trial refused : survey.refused()) {
            entry("", refused.source() + ": " + refused.reading());
        }
    }

    private static String reading(Trial trial) {
        return amount(trial) + ", by " + trial.source() + " (" + trial.origin().label() + "), "
                + (trial.origin().quality() == Quality.EXACT ? "exact" : "mixed with other memory");
    }

    private static String amount(Trial trial) {
        return trial.reading().amount().stream().mapToObj(trial.pool()::format).collect(Collectors.joining())
                + trial.origin().capacity().stream()
                        .mapToObj(full -> " of " + trial.pool().format(full))
                        .collect(Collectors.joining());
    }

    void print(List<SelfTestCheck> checks) {
        section("Self-test", () -> checks.forEach(this::print));
    }

    private void print(SelfTestCheck check) {
        String outcome = check.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        entry(check.pool().name(), outcome + ": " + check.detail());
    }

    void conclude(Examination found, List<SelfTestCheck> checks) {
        long readable =
                found.pools().stream().filter(pool -> pool.chosen().isPresent()).count();
        String pools = readable + " of " + found.pools().size() + " pools can be read here";
        String text = pools + (checks.isEmpty() ? "." : "; " + conclusion(checks));
        out.print(String.join("\n", Wrapped.lines(text, width)) + "\n");
    }

    private static String conclusion(List<SelfTestCheck> checks) {
        if (checks.stream().anyMatch(SelfTestCheck::failed)) {
            return "the self-test FAILED: do not trust verdicts on this machine. Please report it with the"
                    + " output of \"vramguard doctor --json\".";
        }
        String untested = checks.stream()
                .filter(check -> check.outcome() == SelfTestCheck.Outcome.NOT_TESTED)
                .map(check -> check.pool().name())
                .distinct()
                .collect(Collectors.joining(" and "));
        return untested.isEmpty() ? "the self-test passed." : "the self-test could not run for " + untested + ".";
    }
}
