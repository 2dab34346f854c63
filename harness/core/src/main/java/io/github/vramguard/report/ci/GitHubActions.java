package io.github.vramguard.report.ci;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.run.ExclusiveLock;
import io.github.vramguard.run.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Writes what GitHub Actions shows for a step: annotations and a summary.
 *
 * @param environment the environment variables
 * @param console the standard output, from which annotations are read
 */
record GitHubActions(Map<String, String> environment, PrintWriter console) {

    /** GitHub shows nothing of a summary that is larger, and steps share no limit. */
    private static final int MOST_BYTES = 1 << 20;

    void report(Run run) throws IOException {
        if (!"true".equals(environment.get("GITHUB_ACTIONS"))) {
            return;
        }
        Annotations.of(run).forEach(line -> console.print(line + "\n"));
        console.flush();
        String summary = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (!summary.isEmpty()) {
            append(run, Path.of(summary));
        }
    }

    /** The step may have written to its summary before, and the modules of a build that runs several at once do so together. */
    private static void append(Run run, Path summary) throws IOException {
        try (FileChannel channel = FileChannel.open(summary, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ExclusiveLock.await(channel, summary);
            String report = MarkdownReport.of(run, (int) Math.max(0, MOST_BYTES - channel.size()));
            Channels.newOutputStream(channel).write(report.getBytes(UTF_8));
        }
    }
}
