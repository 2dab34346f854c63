package io.github.vramguard.field;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.PrintWriter;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The JVM of one trial: runs one test through JUnit, and says how it ended. */
final class TestRun {

    /** Stands before what the last line of the output says of the tests. */
    static final String TESTS = "field.tests ";

    private TestRun() {}

    /** The name of the mode. */
    public static void main(String[] arguments) {
        Mode mode = Mode.valueOf(arguments[0]);
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectMethod(mode.test, mode.name()))
                                    .build(),
                            listener);
        }
        TestExecutionSummary tests = listener.getSummary();
        tests.printFailuresTo(new PrintWriter(System.out, true), 15);
        System.out.println(TESTS + tests.getTestsSucceededCount() + " " + tests.getTotalFailureCount() + " "
                + tests.getTestsAbortedCount());
        // Some libraries leave a thread that never ends
        System.exit(0);
    }
}
