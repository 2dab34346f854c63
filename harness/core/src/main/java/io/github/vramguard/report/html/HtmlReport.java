package io.github.vramguard.report.html;

import io.github.vramguard.run.Run;

/** A run of tests as one HTML file, which opens offline. */
public final class HtmlReport {

    private static final Page PAGE = Page.read();

    private HtmlReport() {}

    /**
     * Tell a run.
     *
     * @param run what was measured
     * @return the file, to be written in UTF-8, for instance as {@code index.html}
     */
    public static String of(Run run) {
        return PAGE.with(PageData.of(run));
    }
}
