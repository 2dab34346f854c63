package io.github.vramguard.report;

import io.github.vramguard.run.Directory;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files that tell a run. */
public final class Reports {

    private Reports() {}

    /**
     * Put together what the JVMs of a build have recorded so far, and tell it.
     *
     * @param directory where they record
     * @param build the build
     * @param formats the names of the formats
     * @return what is to be said of it, each on a line: where the report is, and what could not be read or written
     */
    public static List<String> of(RunDirectory directory, String build, Set<String> formats) {
        try {
            return Directory.alone(directory.path(), () -> write(directory, directory.read(build), formats));
        } catch (IOException failed) {
            return List.of("no report was written to " + directory.path() + ": " + failed
                    + "; what was measured is there: " + "vramguard report " + directory.path());
        }
    }

    private static List<String> write(RunDirectory directory, Run run, Set<String> formats) throws IOException {
        List<String> said = new ArrayList<>(run.problems());
        said.add("report: " + directory.write(run));
        return said;
    }
}
