package io.github.vramguard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.report.html.HtmlReport;
import io.github.vramguard.run.Run;
import io.github.vramguard.source.ForkedJvm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the JVM of a user loads in order to measure. */
class LoadedClassesTests {

    private static final String REPORT = HtmlReport.class.getPackageName();

    private static List<String> loadedBy(Class<?> main) {
        return ForkedJvm.of(main, "-Xlog:class+load=info", "-Xmx128m").run();
    }

    @Test
    void measuringLoadsNoReport() {
        assertThat(loadedBy(Measures.class))
                .anyMatch(line -> line.contains(LoadUnloadHarness.class.getName() + " "))
                .noneMatch(line -> line.contains("io.github.vramguard.report."));
    }

    /** Whoever looks for it would see it. */
    @Test
    void writingAReportLoadsIt() {
        assertThat(loadedBy(Reports.class)).anyMatch(line -> line.contains(REPORT + "."));
    }

    /** Runs the harness in its own JVM. */
    static final class Measures {

        private Measures() {}

        public static void main(String[] arguments) throws Exception {
            LoadUnloadHarness.of(Targets.thisJvm(), Map.of("vramguard.pools", "heap", "vramguard.settle.window", "20"))
                    .maxCycles(8)
                    .run(() -> new byte[1024], model -> {}, model -> {});
        }
    }

    /** Writes a report in its own JVM. */
    static final class Reports {

        private Reports() {}

        public static void main(String[] arguments) {
            HtmlReport.of(Run.of(List.of(), List.of(), List.of()));
        }
    }
}
