package io.github.vramguard.measure;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Runs a step whose effects are undone if it fails, so that a failed cycle leaves nothing loaded. */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class Rollback {

    /**
     * One step.
     *
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Step<X extends Exception> {

        /**
         * Runs the step.
         *
         * @throws X if it fails
         */
        void run() throws X;
    }

    private Rollback() {}

    /**
     * Runs a step, and another one only if it fails. An interruption is held back until the second one has ended.
     *
     * @param <X> what the step may throw
     * @param step the step
     * @param undo undoes what the step did; its own failure is suppressed by that of the step
     * @throws X what the step threw
     */
    public static <X extends Exception> void onFailure(Step<? extends X> step, Step<?> undo) throws X {
        try {
            step.run();
        } catch (Throwable failed) {
            boolean interrupted = Thread.interrupted();
            undo(undo, failed);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw failed;
        }
    }

    private static void undo(Step<?> undo, Throwable failed) {
        try {
            undo.run();
        } catch (Exception alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }
}
