package io.github.vramguard.history.report;

/** Text that may have anything in it, as HTML and XML take it. */
final class Escaped {

    private Escaped() {}

    static String of(String text) {
        return text.replaceAll("\\p{Cntrl}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
