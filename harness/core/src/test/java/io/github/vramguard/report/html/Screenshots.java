package io.github.vramguard.report.html;

import io.github.vramguard.browser.Browser;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Takes the pictures of reports that the documentation shows. */
final class Screenshots {

    private final Path directory;
    private final Browser browser;

    private Screenshots(Path directory, Browser browser) {
        this.directory = directory;
        this.browser = browser;
    }

    /** The first argument is the directory for the pictures; the others have the run that most of them are of. */
    public static void main(String[] arguments) throws IOException {
        Run samples = RunDirectory.readAll(
                Arrays.stream(arguments).skip(1).map(Path::of).toList());
        MeasuredTest leak = samples.tests().stream()
                .filter(test -> test.result() == Result.FAILED)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no test of " + Arrays.toString(arguments)
                        + " is broken: have the samples that show the wrong way run"));
        Run conversation = MeasuredConversation.measure();
        Run budget = StagedBudget.create();
        try (Browser browser = Browser.start()) {
            Screenshots screenshots = new Screenshots(Path.of(arguments[0]), browser);
            browser.still("light").sized(1280, 900, 1);
            screenshots.take("wide", samples, "");
            screenshots.take("test", samples, fragment(leak));
            screenshots.take(
                    "conversation", conversation, fragment(conversation.tests().get(0)));
            screenshots.take("budget", budget, fragment(budget.tests().get(0)));
            browser.still("dark");
            screenshots.take("dark", samples, fragment(leak));
            browser.still("light").sized(390, 844, 2);
            screenshots.take("phone", samples, "");
            screenshots.take("phone-test", samples, fragment(leak));
        }
    }

    private static String fragment(MeasuredTest test) {
        return "#" + URLEncoder.encode(test.key(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void take(String name, Run run, String fragment) throws IOException {
        Path page = Files.createTempFile("report", ".html");
        try {
            browser.open(Files.writeString(page, HtmlReport.of(run)), fragment)
                    .screenshot(directory.resolve(name + ".png"));
        } finally {
            Files.delete(page);
        }
    }
}
