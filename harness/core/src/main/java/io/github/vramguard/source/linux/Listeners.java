package io.github.vramguard.source.linux;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which process listens on a port, from the tables of sockets of Linux (proc_pid_net(5)) and the open files of processes.
 *
 * @param proc the directory {@code /proc}
 */
public record Listeners(Path proc) {

    private static final String LISTENING = "0A";
    private static final int STATE = 3;
    private static final int INODE = 9;

    /** They listen on behalf of containers, whose memory is not theirs. */
    private static final Set<String> FORWARDERS =
            Set.of("docker-proxy", "rootlessport", "rootlesskit", "slirp4netns", "pasta", "pasta.avx2", "conmon");

    public static Listeners ofThisMachine() {
        return new Listeners(Processes.PROC);
    }

    /**
     * The process that listens on a port; where several share a socket, the one that the others descend from.
     *
     * @throws IllegalArgumentException if there is none that can be measured; the message says why, and what to name instead
     */
    public OneProcess on(int port) {
        Set<String> sockets = Stream.of("tcp", "tcp6")
                .flatMap(table -> sockets(table, port))
                .map(inode -> "socket:[" + inode + "]")
                .collect(Collectors.toSet());
        if (sockets.isEmpty()) {
            throw new IllegalArgumentException(
                    "no process here listens on port " + port + "; if a container publishes it, name the container");
        }
        List<OneProcess> owners = owners(sockets);
        List<OneProcess> servers = owners.stream()
                .filter(owner -> !FORWARDERS.contains(owner.command()))
                .toList();
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("port " + port + (owners.isEmpty() ? notVisible() : forwarded(owners)));
        }
        return first(servers)
                .orElseThrow(() -> new IllegalArgumentException("several processes listen on port " + port
                        + ": " + servers.stream().map(OneProcess::toString).collect(Collectors.joining(", "))
                        + "; name one of them"));
    }

    private static String notVisible() {
        return " belongs to a process that cannot be seen from here: name its container, or ask as its user or as root";
    }

    private static String forwarded(List<OneProcess> owners) {
        return " is forwarded to a container by " + owners.get(0) + "; name the container";
    }

    private Stream<String> sockets(String table, int port) {
        String suffix = String.format(":%04X", port);
        return lines(proc.resolve("self/net").resolve(table)).stream()
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields ->
                        fields.length > INODE && fields[1].endsWith(suffix) && fields[STATE].equals(LISTENING))
                .map(fields -> fields[INODE]);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException noSuchTable) {
            return List.of();
        }
    }

    private List<OneProcess> owners(Set<String> sockets) {
        Processes running = new Processes(proc);
        return running.all().stream()
                .filter(pid -> holdsOneOf(sockets, running.openFilesOf(pid)))
                .flatMap(pid -> running.find(pid).stream())
                .toList();
    }

    private static boolean holdsOneOf(Set<String> sockets, Descriptors open) {
        try {
            return open.targets().values().stream().anyMatch(sockets::contains);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    /** A server that forks passes its socket on. */
    private static Optional<OneProcess> first(List<OneProcess> servers) {
        return servers.stream()
                .filter(one -> servers.stream().allMatch(other -> other.equals(one) || descends(other, one)))
                .findFirst();
    }

    private static boolean descends(OneProcess process, OneProcess from) {
        return Stream.iterate(
                        ProcessHandle.of(process.pid()),
                        Optional::isPresent,
                        handle -> handle.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .anyMatch(ancestor -> ancestor.pid() == from.pid());
    }
}
