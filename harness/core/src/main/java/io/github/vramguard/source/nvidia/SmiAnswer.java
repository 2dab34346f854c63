package io.github.vramguard.source.nvidia;

/**
 * What {@code nvidia-smi} answered.
 *
 * @param exit its exit code
 * @param output what it printed
 * @param errors what it printed as errors
 */
record SmiAnswer(int exit, String output, String errors) {

    /** What {@code nvidia-smi} ends with, although it answered, if a device has a corrupted infoROM. */
    private static final int CORRUPTED = 14;

    /** Whether it answered all that it was asked. */
    boolean isComplete() {
        return exit == 0 || exit == CORRUPTED;
    }

    /** What it said, in one line. */
    String words() {
        String text = (output + " " + errors).replaceAll("\\s+", " ").strip();
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
