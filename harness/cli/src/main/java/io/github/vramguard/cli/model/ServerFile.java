package io.github.vramguard.cli.model;

import io.github.vramguard.cli.terminal.Printable;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ThisMachine;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file, by its path on a server.
 *
 * @param server the address of the server
 */
record ServerFile(URI server, String path) {

    /** Returns the path of the same file for this program. */
    Path fromHere() {
        if (!ThisMachine.has(server)) {
            throw refused("the model is the file " + path + " on " + server.getHost()
                    + ", and only its path is known; run vramguard model there, or copy the file to this machine");
        }
        return throughProcess()
                .or(() -> readable(path))
                .orElseThrow(() -> refused("the model is " + path
                        + " for the server at " + server
                        + ", and that cannot be read from here; if the server is in a container,"
                        + " copy the file out of it (docker cp CONTAINER:" + path
                        + " .), else run vramguard as its user"));
    }

    /** The process of the server may have other directories, such as those of a container, and its paths start there. */
    private Optional<Path> throughProcess() {
        try {
            String process = "/proc/" + ThisMachine.listenerAt(server).root().pid();
            return readable(path.startsWith("/") ? process + "/root" + path : process + "/cwd/" + path);
        } catch (IllegalArgumentException unseen) {
            return Optional.empty();
        }
    }

    private static Optional<Path> readable(String path) {
        try {
            return Optional.of(Path.of(path)).filter(Files::isReadable);
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
    }

    private static BadInput refused(String why) {
        return new BadInput(Printable.of(why));
    }
}
