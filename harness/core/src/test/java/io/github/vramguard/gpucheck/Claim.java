package io.github.vramguard.gpucheck;

import io.github.vramguard.gpucheck.Outcome.Grade;

/**
 * Something that should be true on a real GPU.
 *
 * @param name what it is about
 * @param expected what should be seen
 * @param check looks
 */
record Claim(String name, String expected, Check check) {

    /** Looks whether a claim holds. */
    @FunctionalInterface
    interface Check {
        Outcome run() throws Exception;
    }

    /** Looks; what is thrown is an outcome, too, so that the next claim has its turn. */
    Outcome outcome() {
        try {
            return check.run();
        } catch (Unreadable e) {
            return e.outcome();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(Grade.FAIL, "interrupted");
        } catch (Exception | LinkageError e) {
            return new Outcome(Grade.FAIL, e.toString());
        }
    }
}
