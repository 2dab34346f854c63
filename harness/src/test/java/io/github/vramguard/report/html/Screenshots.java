package io.github.vramguard.report.html;

import io.github.vramguard.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the pictures of a report that the documentation shows: of a run that is measured for them. */
final class Screenshots {

    private Screenshots() {}

    /** The one argument is the directory for the pictures. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Run run = MeasuredRun.measure();
        Path page = Files.writeString(Files.createTempFile("report", ".html"), HtmlReport.of(run));
        String leak = "#" + "com.acme.chat.AssistantTests%23switchesTheModel()%20%40LeakTest";
        try (Browser browser = Browser.start()) {
            browser.still("light").sized(1280, 900, 1).open(page, "").screenshot(directory.resolve("wide.png"));
            browser.open(page, leak).screenshot(directory.resolve("test.png"));
            browser.still("dark").open(page, leak).screenshot(directory.resolve("dark.png"));
            browser.still("light").sized(390, 844, 2).open(page, "").screenshot(directory.resolve("phone.png"));
            browser.open(page, leak).screenshot(directory.resolve("phone-test.png"));
        }
        Files.delete(page);
    }
}
