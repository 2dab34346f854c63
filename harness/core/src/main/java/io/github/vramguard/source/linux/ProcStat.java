package io.github.vramguard.source.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a process, from {@code /proc/PID/stat}. The system reuses ids for new processes; the start time tells them
 * apart.
 *
 * @param command the short name
 * @param alive whether it runs; one that has ended and was not yet waited for does not
 * @param parent the id of its parent
 * @param started when it started, in clock ticks since the system did
 */
record ProcStat(String command, boolean alive, long parent, long started) {

    /** The name may hold blanks and parentheses. The start time is the 22nd field of all, see proc_pid_stat(5). */
    private static final Pattern FORM =
            Pattern.compile("\\d+ \\((.*)\\) (\\S) (\\d{1,18})(?: \\S+){17} (\\d{1,18})(?: .*)?");

    static Optional<ProcStat> of(Path proc, long pid) {
        try {
            Path stat = proc.resolve(Long.toString(pid)).resolve("stat");
            return parse(ProcFile.read(stat));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    static Optional<ProcStat> parse(String line) {
        Matcher form = FORM.matcher(line.strip().replace('\n', ' '));
        return form.matches()
                ? Optional.of(new ProcStat(
                        form.group(1),
                        !"ZXx".contains(form.group(2)),
                        Long.parseLong(form.group(3)),
                        Long.parseLong(form.group(4))))
                : Optional.empty();
    }
}
