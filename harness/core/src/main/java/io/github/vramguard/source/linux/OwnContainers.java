package io.github.vramguard.source.linux;

import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.source.spi.StartedContainers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The containers that this JVM started, with their control groups. */
public final class OwnContainers {

    private static final OwnContainers OF_THIS_JVM = new OwnContainers(
            ServiceLoader.load(StartedContainers.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(StartedContainers::canList)
                    .toList(),
            ControlGroups.ofThisMachine()::container);

    private final List<StartedContainers> starters;
    private final Function<String, Container> lookup;
    private final Map<String, Container> known = new ConcurrentHashMap<>();

    public OwnContainers(List<StartedContainers> starters, Function<String, Container> lookup) {
        this.starters = starters;
        this.lookup = lookup;
    }

    public static OwnContainers ofThisJvm() {
        return OF_THIS_JVM;
    }

    /** Returns whether a library on the class path can list them. */
    public boolean canBeListed() {
        return !starters.isEmpty();
    }

    /** Returns those that run now. */
    public List<Container> running() throws IOException {
        Set<String> ids = new HashSet<>();
        for (StartedContainers starter : starters) {
            ids.addAll(starter.ids());
        }
        known.keySet().retainAll(ids);
        List<Container> running = new ArrayList<>();
        for (String id : ids) {
            running.add(container(id));
        }
        return running;
    }

    private Container container(String id) throws IOException {
        Container container = known.get(id);
        if (container == null) {
            try {
                container = lookup.apply(id);
            } catch (IllegalArgumentException elsewhere) {
                throw new IOException(elsewhere.getMessage(), elsewhere);
            }
            known.put(id, container);
        }
        return container;
    }

    /** Returns those that ran when they were last listed: for finding processes, where the reading of their memory has the error. */
    List<Container> lastKnown() {
        try {
            return running();
        } catch (IOException reportedByTheReadingOfTheirMemory) {
            return List.copyOf(known.values());
        }
    }
}
