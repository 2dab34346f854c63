package io.github.vramguard.realserver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The real llama-server of llama.cpp, on the CPU, and how to start it. Its files are found at the same place in a container.
 *
 * @param files the directory that it may read and write
 * @param arguments the command line, without the address
 * @param environment what its environment has besides that of this process
 */
public record RealLlamaServer(Path files, List<String> arguments, Map<String, String> environment) {

    private static final String IMAGE = "vramguard/llama-server:forky";

    /** One thread, because several wait for each other without letting go of their processors. */
    private static final String[] SMALL = {"-c", "256", "-np", "1", "--threads", "1", "--no-webui"};

    /** Copies the collections. */
    public RealLlamaServer {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /**
     * A router: it starts a process for each model that it loads.
     *
     * @param models the directory of the model files, which are called by their names without {@code .gguf}
     * @return the server, to be started
     */
    public static RealLlamaServer router(Path models) {
        return new RealLlamaServer(models, List.of("--models-dir", models.toString()), Map.of()).with(SMALL);
    }

    /**
     * A server of one model for as long as it runs, in one process.
     *
     * @param model the model file
     * @return the server, to be started
     */
    public static RealLlamaServer single(Path model) {
        return new RealLlamaServer(model.getParent(), List.of("-m", model.toString(), "--alias", "tiny"), Map.of())
                .with(SMALL);
    }

    /**
     * The same without its host prompt cache, which keeps up to 8 GiB of prompts that were answered before.
     *
     * @return the server, to be started
     */
    public RealLlamaServer withoutPromptCache() {
        Map<String, String> more = new HashMap<>(environment);
        more.put("LLAMA_ARG_CACHE_RAM", "0");
        return new RealLlamaServer(files, arguments, more);
    }

    /**
     * The same with more arguments.
     *
     * @param more the arguments
     * @return the server, to be started
     */
    public RealLlamaServer with(String... more) {
        return new RealLlamaServer(
                files, Stream.concat(arguments.stream(), Stream.of(more)).toList(), environment);
    }

    /**
     * Start it as a process; the test is skipped where there is none.
     *
     * @return the server, which answers
     * @throws IOException if it does not start
     */
    public ServerProcess asProcess() throws IOException {
        assumeTrue(Command.isOnPath("llama-server"), "no llama-server on the PATH");
        Address address = Address.free();
        List<String> command = new ArrayList<>(List.of("llama-server"));
        command.addAll(arguments);
        command.addAll(List.of("--host", "127.0.0.1", "--port", Integer.toString(address.port())));
        return address.awaitAnswer("/health", ServerProcess.start(address.uri(), environment, command));
    }

    /**
     * Start it in a container; the test is skipped where there is no such image.
     *
     * @param options what {@code docker run} is told besides
     * @return the server, which answers
     * @throws IOException if it does not start
     */
    public ServerContainer inContainer(String... options) throws IOException {
        Docker.lacks(IMAGE).ifPresent(Assumptions::abort);
        Address address = Address.free();
        List<String> command = new ArrayList<>(
                List.of("run", "--detach", "--publish", "127.0.0.1:" + address.port() + ":8080", "--volume"));
        command.add(files + ":" + files);
        environment.forEach((name, value) -> command.addAll(List.of("--env", name + "=" + value)));
        command.addAll(List.of(options));
        command.addAll(List.of(IMAGE, "/usr/bin/llama-server"));
        command.addAll(arguments);
        command.addAll(List.of("--host", "0.0.0.0", "--port", "8080"));
        return address.awaitAnswer(
                "/health", new ServerContainer(Docker.run(command.toArray(String[]::new)), address.uri()));
    }
}
