package io.github.vramguard.report.html;

import io.github.vramguard.run.Run;

/** A run of tests as one HTML file, which opens offline. */
public final class HtmlReport {

    private static final Page PAGE = Page.read();

    private HtmlReport() {}

    /**
     * Writes a run.
     *
     * @param run the run
     * @return the page, to be written in UTF-8
     */
    public static String of(Run run) {
        return PAGE.with(PageData.of(run));
    }
}
