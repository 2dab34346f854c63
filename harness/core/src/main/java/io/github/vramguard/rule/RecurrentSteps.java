package io.github.vramguard.rule;

import java.util.Optional;
import java.util.stream.IntStream;

/** Rule A: several lasting steps, in rhythm, still continuing, and nothing released. */
final class RecurrentSteps {

    private RecurrentSteps() {}

    /** The first level after which the steps are those of a leak; a long warm-up pushes it back. */
    static Optional<StepWindow> in(Levels levels, double smallest, Sensitivity sensitivity) {
        int cycles = levels.size() - 1;
        if (cycles < sensitivity.minStepCycles()) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(sensitivity.warmup(), cycles - sensitivity.cleanCycles())
                .mapToObj(reference -> StepWindow.after(reference, levels, smallest, sensitivity))
                .filter(StepWindow::showsLeak)
                .findFirst()
                .map(StepWindow::completed);
    }
}
