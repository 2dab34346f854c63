package io.github.vramguard.server;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Program;
import java.util.List;
import java.util.Map;

/** A made-up process of a server, with the traits that its profile derives from how it was started. */
public final class StartedServer {

    private StartedServer() {}

    public static Program of(String command, String arguments, Map<String, String> environment) {
        return of(new OneProcess(17, 1, command), List.of((command + " " + arguments).split(" ")), environment);
    }

    static Program of(OneProcess process, List<String> arguments, Map<String, String> environment) {
        CommandLine line = new CommandLine(arguments, environment);
        return new Program(process, line, ServerProfiles.known().traits(process, line));
    }
}
