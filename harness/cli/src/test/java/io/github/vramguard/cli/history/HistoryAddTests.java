package io.github.vramguard.cli.history;

import static io.github.vramguard.run.Measured.gap;
import static io.github.vramguard.run.Measured.pool;
import static io.github.vramguard.run.Measured.run;
import static io.github.vramguard.run.Measured.test;
import static io.github.vramguard.run.Result.INCONCLUSIVE;
import static io.github.vramguard.run.Result.NOT_JUDGED;
import static io.github.vramguard.run.Result.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code vramguard history add}. */
class HistoryAddTests extends TypedHistory {

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@b"));
        command.addAll(List.of(arguments));
        ProcessBuilder git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        git.environment().put("GIT_COMMITTER_DATE", "2026-11-24T10:00:00+00:00");
        Process running = git.start();
        assertThat(running.waitFor(1, TimeUnit.MINUTES))
                .as(String.join(" ", command))
                .isTrue();
        assertThat(running.exitValue()).as(String.join(" ", command)).isZero();
    }

    @Test
    void gitTellsTheCommitAndItsTime() throws Exception {
        git("init", "-q");
        git("commit", "-q", "--allow-empty", "-m", "first");

        assertThat(add(run(test("A#a()", PASSED, pool(Pool.HEAP, 0))))).isZero();
        assertThat(Files.readString(file())).contains("\"at\":\"2026-11-24T10:00:00Z\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "main", "short", "v1"})
    void whatGitKnowsIsAddedByItsHash(String name) throws Exception {
        git("init", "-q", "-b", "main");
        git("commit", "-q", "--allow-empty", "-m", "first");
        git("-c", "tag.gpgsign=false", "tag", "-a", "v1", "-m", "one");
        String hash = Files.readString(folder.resolve(".git/refs/heads/main")).strip();

        String named = name.equals("short") ? hash.substring(0, 7) : name;
        assertThat(add(run(test("A#a()", PASSED, pool(Pool.HEAP, 0))), "--commit", named))
                .isZero();
        assertThat(Files.readString(file())).contains("\"commit\":\"" + hash + "\",\"at\":\"2026-11-24T10:00:00Z\"");
        assertThat(history(
                        Map.of("GITHUB_SHA", named),
                        "add",
                        folder.resolve("run").toString()))
                .isZero();
        assertThat(out.toString()).contains(" of " + hash.substring(0, 10) + " already in ");
    }

    @Test
    void branchesThatBothAddedLinesAreMergedByGit() throws Exception {
        Run run = run(test("A#a()", PASSED, pool(Pool.HEAP, 0)));
        git("init", "-q", "-b", "main");
        Files.writeString(folder.resolve(".gitattributes"), "history.jsonl merge=union\n");
        add(run, "--commit", "c123456", "--time", "2026-11-01T00:00:00Z");
        git("add", ".");
        git("commit", "-q", "-m", "one");
        git("checkout", "-q", "-b", "other");
        add(run, "--commit", "c223456", "--time", "2026-11-02T00:00:00Z");
        git("commit", "-q", "-a", "-m", "two");
        git("checkout", "-q", "main");
        add(run, "--commit", "c323456", "--time", "2026-11-03T00:00:00Z");
        git("commit", "-q", "-a", "-m", "three");
        git("merge", "-q", "other", "-m", "both");

        assertThat(Files.readAllLines(file())).hasSize(3);
        assertThat(history(Map.of(), "show", "--all")).isZero();
        assertThat(out.toString()).contains("▁▁▁").doesNotContain("warning");
    }

    @Test
    void aServiceTellsTheCommitAndItsTime() throws IOException {
        String run = written(run(test("A#a()", PASSED, pool(Pool.HEAP, 0))));
        Map<String, String> gitLab =
                Map.of("CI_COMMIT_SHA", "0123456789abcdef", "CI_COMMIT_TIMESTAMP", "2026-11-24T12:00:00+02:00");

        assertThat(history(gitLab, "add", run)).isZero();
        assertThat(out).hasToString("1 test of 0123456789 added to " + file() + "\n");
        assertThat(history(gitLab, "add", run)).isZero();
        assertThat(out.toString()).endsWith("1 test of 0123456789 already in " + file() + "\n");
        assertThat(Files.readString(file())).contains("\"at\":\"2026-11-24T10:00:00Z\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --commit | -rf     | "-rf" is not a commit that Git knows here; give its hash
            --commit | main    | "main" is not a commit that Git knows here
            --commit | HEAD    | "HEAD" is not a commit that Git knows here
            --commit | 123456  | "123456" is not a commit that Git knows here
            --commit | 123456g | "123456g" is not a commit that Git knows here
            --time   | noon    | "noon" is not a time; write 2026-11-24T12:00:00Z
            """)
    void whatIsNoCommitIsRefused(String option, String value, String message) throws IOException {
        int code = option.equals("--commit")
                ? add(run(test("A#a()", PASSED)), "--commit=" + value)
                : add(run(test("A#a()", PASSED)), "--commit", "c123456", option, value);

        assertThat(code).isEqualTo(3);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void aRunWithoutVerdictsIsRefused() throws IOException {
        assertThat(add(run(test("A#a()", NOT_JUDGED)), "--commit", "c123456", "--time", "2026-11-24T12:00:00Z"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("no test has a verdict");
    }

    @Test
    void aRunInWhichNothingWasReadIsRefusedAndNotAlreadyThere() throws IOException {
        Run blind = run(test("A#a()", INCONCLUSIVE, gap(Pool.gpu(0), "no driver")));

        assertThat(add(blind, "--commit", "c123456", "--time", "2026-11-24T12:00:00Z"))
                .isEqualTo(3);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("an amount, so there is nothing to add");
    }
}
