package io.github.vramguard.server;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.ServerAdvice;
import io.github.vramguard.memory.ServerAdvice.Occasion;
import io.github.vramguard.memory.ServerTraits;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.source.spi.KnownServers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The model servers that are known. */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class ServerProfiles implements KnownServers {

    private static final List<ServerProfile> ALL =
            List.of(new OllamaProfile(), new LlamaServerProfile(), new VllmProfile(), new TritonProfile());
    private static final String ARENAS = "MALLOC_ARENA_MAX";
    private static final ServerProfiles KNOWN = new ServerProfiles();

    private ServerProfiles() {}

    /**
     * Returns all profiles.
     *
     * @return one for each server
     */
    public static List<ServerProfile> all() {
        return ALL;
    }

    /**
     * Returns all profiles as one, which recognizes the processes of each server.
     *
     * @return what is known
     */
    public static KnownServers known() {
        return KNOWN;
    }

    /**
     * Returns what each token takes in the model of a target.
     *
     * @param running the servers of the target
     * @return the size; empty unless it is known of exactly one of them
     */
    public static Optional<TokenCache> tokens(List<Program> running) {
        List<TokenCache> known = ALL.stream()
                .flatMap(profile -> profile.tokens(running).stream())
                .toList();
        return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
    }

    @Override
    public Optional<Set<String>> variables(OneProcess process) {
        return of(process).map(profile -> Stream.concat(profile.variables().stream(), Stream.of(ARENAS))
                .collect(Collectors.toSet()));
    }

    @Override
    public ServerTraits traits(OneProcess process, CommandLine line) {
        return of(process)
                .map(profile -> new ServerTraits(profile.caches(process, line), advice(profile, process, line)))
                .orElse(ServerTraits.NONE);
    }

    private static List<ServerAdvice> advice(ServerProfile profile, OneProcess process, CommandLine line) {
        return Stream.concat(profile.advice(process, line).stream(), ofEachServer(line).stream())
                .toList();
    }

    private static List<ServerAdvice> ofEachServer(CommandLine line) {
        return new AdviceList(line)
                .unlessSet(
                        Occasion.HOST_GROWS,
                        "MALLOC_ARENA_MAX=2 for the server shows whether arenas of malloc keep what it has freed",
                        ARENAS)
                .all();
    }

    private static Optional<ServerProfile> of(OneProcess process) {
        return ALL.stream().filter(profile -> profile.runs(process)).findFirst();
    }
}
