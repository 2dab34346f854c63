package io.github.vramguard.source;

import io.github.vramguard.source.jvm.ManagementBeansSource;
import io.github.vramguard.source.linux.CgroupSource;
import io.github.vramguard.source.linux.EachProcess;
import io.github.vramguard.source.linux.OwnContainers;
import io.github.vramguard.source.linux.ProcStatusSource;
import io.github.vramguard.source.linux.ProcTaskSource;
import io.github.vramguard.source.linux.Processes;
import io.github.vramguard.source.linux.ProcessesSource;
import io.github.vramguard.source.malloc.MallocSource;
import io.github.vramguard.source.spi.MemorySource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** The sources of this machine, in the order of trust. A new source is added here. */
final class KnownSources {

    private KnownSources() {}

    /** Returns those on the class path, then the built-in ones, then those of GPUs. */
    static List<MemorySource> all(Processes processes, List<MemorySource> ofGpus) {
        List<MemorySource> sources = new ArrayList<>();
        ServiceLoader.load(MemorySource.class).forEach(sources::add);
        sources.addAll(List.of(
                new ManagementBeansSource(),
                new MallocSource(),
                new EachProcess(new ProcStatusSource(processes), processes),
                new EachProcess(new ProcTaskSource(processes), processes),
                new ProcessesSource(processes),
                new CgroupSource(processes)));
        sources.replaceAll(source -> new EachPart(new GuardedSource(source), OwnContainers.ofThisJvm()));
        ofGpus.forEach(source -> sources.add(new GuardedSource(source)));
        return sources;
    }

    /** Returns the sources with these names, or all if none is named; a name without a source is refused. */
    static List<MemorySource> named(Set<String> names, List<MemorySource> sources) {
        List<String> known = sources.stream().map(MemorySource::name).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is not a memory source; there are " + String.join(", ", known));
        });
        return sources.stream()
                .filter(source -> names.isEmpty() || names.contains(source.name()))
                .toList();
    }
}
