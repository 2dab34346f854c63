package io.github.vramguard.gpucheck;

/**
 * What became of a claim.
 *
 * @param grade whether it held
 * @param measured what was seen, or why nothing could be
 */
record Outcome(Grade grade, String measured) {

    /** Whether a claim held. */
    enum Grade {
        /** It did. */
        PASS,
        /** It did not. */
        FAIL,
        /** Nothing is claimed: the figure is written down. */
        RECORDED,
        /** This machine does not allow to see. */
        NOT_CHECKED;

        @Override
        public String toString() {
            return name().replace('_', ' ');
        }
    }

    static Outcome of(boolean holds, String measured) {
        return new Outcome(holds ? Grade.PASS : Grade.FAIL, measured);
    }

    static Outcome recorded(String measured) {
        return new Outcome(Grade.RECORDED, measured);
    }

    static Outcome notChecked(String why) {
        return new Outcome(Grade.NOT_CHECKED, why);
    }
}
