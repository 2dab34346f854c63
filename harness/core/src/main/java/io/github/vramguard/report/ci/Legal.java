package io.github.vramguard.report.ci;

/**
 * Text that every reader takes. Names of tests and of processes may hold characters that XML 1.0 does not have in any
 * notation, and halves of surrogate pairs that no encoding has.
 */
final class Legal {

    private static final int REPLACEMENT = 0xFFFD;

    private Legal() {}

    /** The same with U+FFFD for characters that are none; each end of a line is a line feed. */
    static String of(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(character -> isLegal(character) ? character : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The production {@code Char} of XML 1.0; a half of a pair is a code point of its own, and in none of the ranges. */
    private static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
