package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vramguard.Targets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class ListenersTests {

    private static final String HEADER =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    /** Port 8080 is open, 11434 is open for both versions of IP, 9000 is only connected to, 8081 belongs to nobody. */
    private static final String TCP = HEADER
            + "   0: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1001 1 0 100 0 0 10 0\n"
            + "   1: 0100007F:2CAA 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1002 1 0 100 0 0 10 0\n"
            + "   2: 0100007F:2328 0100007F:D2F0 01 00000000:00000000 00:00000000 00000000     0        0 1003 1 0 100 0 0 10 0\n"
            + "   3: 00000000:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1009 1 0 100 0 0 10 0\n";

    private static final String TCP6 = HEADER
            + "   0: 00000000000000000000000001000000:2CAA 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 1004 1 0 100 0 0 10 0\n"
            + "   1: 00000000000000000000000000000000:22B8 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 1005 1 0 100 0 0 10 0\n";

    @TempDir
    Path proc;

    @BeforeEach
    void aMachine() throws IOException {
        Path net = Files.createDirectories(proc.resolve("self/net"));
        Files.writeString(net.resolve("tcp"), TCP);
        Files.writeString(net.resolve("tcp6"), TCP6);
        process(900_000_001, "llama-server", "/dev/null", "socket:[1001]");
        process(900_000_002, "ollama", "socket:[1003]", "socket:[1002]", "socket:[1004]");
        process(900_000_003, "docker-proxy", "socket:[1005]");
        process(900_000_004, "bash", "/dev/pts/0");
    }

    private void process(long pid, String command, String... files) throws IOException {
        Path descriptors =
                Files.createDirectories(proc.resolve(Long.toString(pid)).resolve("fd"));
        Files.writeString(
                descriptors.resolveSibling("stat"), pid + " (" + command + ") S 1" + " 0".repeat(17) + " 42 0\n");
        for (int fd = 0; fd < files.length; fd++) {
            Files.createSymbolicLink(descriptors.resolve(Integer.toString(fd)), Path.of(files[fd]));
        }
    }

    @ParameterizedTest
    @CsvSource({"8080, llama-server (pid 900000001)", "11434, ollama (pid 900000002)"})
    void theOwnerOfTheSocketIsTheServer(int port, String server) {
        assertThat(new Listeners(proc).on(port)).hasToString(server);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9000 | no process here listens on port 9000; if a container publishes it, name the container
            80   | no process here listens on port 80; if a container publishes it, name the container
            8081 | port 8081 belongs to a process that cannot be seen from here: name its container
            8888 | port 8888 is forwarded to a container by docker-proxy (pid 900000003); name the container
            """)
    void whoCannotBeMeasuredIsNotGuessed(int port, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Listeners(proc).on(port))
                .withMessageStartingWith(why);
    }

    @Test
    void strangersThatShareAPortAreTold() throws IOException {
        process(900_000_005, "other", "socket:[1001]");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Listeners(proc).on(8080))
                .withMessageContaining("llama-server (pid 900000001)")
                .withMessageContaining("other (pid 900000005)")
                .withMessageEndingWith("name one of them");
    }

    @Test
    void ofAServerAndItsChildrenThatShareASocketItIsTheServer() throws IOException {
        Process child = new ProcessBuilder("/bin/sleep", "300").start();
        try {
            process(child.pid(), "worker", "socket:[1009]");
            process(ProcessHandle.current().pid(), "server", "socket:[1009]");

            assertThat(new Listeners(proc).on(8081).command()).isEqualTo("server");
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void withoutTablesNobodyListens(@TempDir Path nothing) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Listeners(nothing).on(8080))
                .withMessageStartingWith("no process here listens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void aSocketOfThisProcessIsItsOwn(String address) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            assertThat(Targets.listeningOn(socket.getLocalPort()).root().pid())
                    .isEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void aPortThatIsOnlyConnectedFromIsNobodys() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(socket.getInetAddress(), socket.getLocalPort())) {
            assertThatIllegalArgumentException().isThrownBy(() -> Targets.listeningOn(client.getLocalPort()));
        }
    }
}
