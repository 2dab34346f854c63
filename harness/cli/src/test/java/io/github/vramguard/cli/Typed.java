package io.github.vramguard.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;

/** What tests of the commands type. */
public final class Typed {

    private Typed() {}

    /** Runs a command of the whole command line. */
    public static int run(InputStream in, PrintWriter out, PrintWriter err, String... arguments) {
        return Main.run(in, out, err, arguments);
    }

    /** Runs one of some commands, with what a test put in place of this machine. */
    public static int run(List<?> commands, PrintWriter out, PrintWriter err, String... arguments) {
        return Main.run(commands, out, err, arguments);
    }
}
