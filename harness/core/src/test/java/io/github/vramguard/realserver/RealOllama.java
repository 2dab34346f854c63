package io.github.vramguard.realserver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real Ollama, on the CPU. */
public final class RealOllama {

    private RealOllama() {}

    /**
     * Start it as a process; the test is skipped where there is none.
     *
     * @param program its name: {@code ollama}, or that of an older one beside it
     * @param model the model file, which goes by the name {@code tiny}; its directory is where Ollama keeps everything
     * @return the server, which answers and knows the model
     * @throws IOException if it does not start
     */
    public static ServerProcess asProcess(String program, Path model) throws IOException {
        assumeTrue(Command.isOnPath(program), "no " + program + " on the PATH");
        Path home = model.getParent();
        Address address = Address.free();
        Map<String, String> environment = Map.of(
                "OLLAMA_HOST", address.uri().getAuthority(),
                "OLLAMA_MODELS", home.resolve("models").toString(),
                "LLAMA_ARG_CACHE_RAM", "0",
                "HOME", home.toString());
        ServerProcess ollama = address.awaitAnswer(
                "/api/version", ServerProcess.start(address.uri(), environment, List.of(program, "serve")));
        try {
            Path recipe = Files.writeString(home.resolve("Modelfile"), "FROM " + model + "\nPARAMETER num_thread 1\n");
            Command.run(environment, List.of(program, "create", "tiny", "-f", recipe.toString()))
                    .succeeded();
            return ollama;
        } catch (IOException | RuntimeException | Error failed) {
            ollama.close();
            throw failed;
        }
    }
}
