package io.github.vramguard.source.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code /proc/PID/maps}: {@code 7f1c58040000-7f1c58070000 rw-p 00000000 00:00 0}.
 *
 * @param from the first address
 * @param to the address after the last
 * @param permissions for instance {@code r-xp}
 * @param inode the inode of the file; 0 without one
 * @param file the mapped file, or a name in brackets such as {@code [heap]}; empty for anonymous memory
 */
public record Mapping(long from, long to, String permissions, long inode, String file) {

    private static final Pattern FORM =
            Pattern.compile("(\\p{XDigit}{1,16})-(\\p{XDigit}{1,16}) (\\S+) \\S+ \\S+ (\\d{1,18})(?: +(.*))?");

    /**
     * Reads all mappings of a process.
     *
     * @param process the directory of the process in {@code /proc}
     * @throws IOException if this user may not look into the process, or the process has ended
     */
    public static List<Mapping> of(Path process) throws IOException {
        return ProcFile.read(process.resolve("maps"))
                .lines()
                .flatMap(line -> parse(line).stream())
                .toList();
    }

    /** Parses a line; empty if it has another form. */
    static Optional<Mapping> parse(String line) {
        Matcher form = FORM.matcher(line.stripTrailing());
        return form.matches()
                ? Optional.of(new Mapping(
                        Long.parseUnsignedLong(form.group(1), 16),
                        Long.parseUnsignedLong(form.group(2), 16),
                        form.group(3),
                        Long.parseLong(form.group(4)),
                        form.group(5) == null ? "" : form.group(5)))
                : Optional.empty();
    }

    /** Returns whether it is private writable memory that has no file. */
    public boolean isAnonymousData() {
        return permissions.equals("rw-p") && inode == 0 && file.isEmpty();
    }

    /** Returns whether it has code in it. */
    public boolean isCode() {
        return permissions.contains("x");
    }

    /** Returns the name of its file, without the directory. */
    public String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Returns whether an address lies in it. */
    public boolean contains(long address) {
        return Long.compareUnsigned(from, address) <= 0 && Long.compareUnsigned(address, to) < 0;
    }
}
