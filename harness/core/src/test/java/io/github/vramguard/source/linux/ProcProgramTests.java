package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Program;
import io.github.vramguard.server.ServerProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcProgramTests {

    private static final OneProcess SERVER = new OneProcess(17, 1, "llama-server");

    @TempDir
    private Path proc;

    private Optional<Program> program(OneProcess process, String arguments, String environment) throws IOException {
        Path directory = Files.createDirectories(proc.resolve("17"));
        Files.writeString(directory.resolve("cmdline"), arguments.replace('|', '\0'));
        Files.writeString(directory.resolve("environ"), environment.replace('|', '\0'));
        return ProcProgram.of(proc, process, ServerProfiles.known());
    }

    private Program llama(String arguments, String environment) throws IOException {
        return program(SERVER, arguments, environment).orElseThrow();
    }

    @Test
    void aServerIsKnownWithItsArgumentsAndTheVariablesOfItsKind() throws IOException {
        Program program = llama("/usr/bin/llama-server|-m|a b.gguf|", "HOME=/root|LLAMA_ARG_CACHE_RAM=512|X|A=b|");
        assertThat(program.commandLine().arguments()).containsExactly("/usr/bin/llama-server", "-m", "a b.gguf");
        assertThat(program.commandLine().environment()).containsOnlyKeys("LLAMA_ARG_CACHE_RAM");
        assertThat(program.setting("LLAMA_ARG_MODEL", "-m", "--model")).hasValue("a b.gguf");
        assertThat(program.setting("LLAMA_ARG_CACHE_RAM", "--cache-ram")).hasValue("512");
        assertThat(program.setting("LLAMA_ARG_FIT", "--fit")).isEmpty();
    }

    @Test
    void theLastArgumentOnTheCommandLineWins() throws IOException {
        Program program = llama("llama-server|-c|1|--ctx-size=2|-c|", "LLAMA_ARG_CTX_SIZE=3|");
        assertThat(program.setting("LLAMA_ARG_CTX_SIZE", "-c", "--ctx-size")).hasValue("2");
    }

    @Test
    void secretsAreLeftOut() throws IOException {
        Program program = llama(
                "llama-server|--api-key|s3cret|--hf-token=s3cret|--api-key-file|/etc/s3cret|-c|1|",
                "LLAMA_API_KEY=s3cret|HF_TOKEN=s3cret|");
        assertThat(program.toString()).doesNotContain("s3cret");
        assertThat(program.commandLine().arguments()).contains("--api-key", "-c", "1");
    }

    /** The query of a model's address may be a signature. */
    @Test
    void secretsOfShortFlagsAndOfAddressesAreLeftOut() throws IOException {
        Program program = llama(
                "llama-server|-hft|s3cret|-mu|https://u:s3cret@hub.example/m.gguf?X-Sig=s3cret|--password=s3cret|-c|1|",
                "LLAMA_ARG_MODEL_URL=https://hub.example/m.gguf?token=s3cret|");
        assertThat(program.toString()).doesNotContain("s3cret");
        assertThat(program.setting("LLAMA_ARG_CTX_SIZE", "-c")).hasValue("1");
        assertThat(program.setting("LLAMA_ARG_MODEL_URL", "-mu")).hasValue("https://***@hub.example/m.gguf?***");
    }

    @Test
    void otherProgramsAreNotLookedAt() throws IOException {
        assertThat(program(new OneProcess(17, 1, "java"), "java|-jar|llama-server|", ""))
                .isEmpty();
    }

    @Test
    void oneThatMayNotBeLookedAtHasNoSettings() {
        assertThat(ProcProgram.of(proc.resolve("none"), SERVER, ServerProfiles.known()))
                .hasValueSatisfying(
                        program -> assertThat(program.commandLine().arguments()).isEmpty());
    }

    @Test
    void eachKindOfServerIsKnown() throws IOException {
        for (String command : new String[] {"ollama", "tritonserver", "vllm", "VLLM::EngineCor", "llama-server"}) {
            assertThat(program(new OneProcess(17, 1, command), "x|", "")).isPresent();
        }
    }
}
