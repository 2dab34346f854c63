package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Allocations;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.GpuDriver;
import io.github.vramguard.source.gpu.ProcessAccounting;
import io.github.vramguard.source.gpu.Refusal;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program {@code nvidia-smi}. It has the figures of NVML in whole MiB, and a crash of the driver's library is not that
 * of this process; but each question takes from 10 ms to some seconds. It is given 10 s.
 */
public final class NvidiaSmi implements GpuDriver {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Optional<SmiCommand> command;
    private final Machine machine;
    private List<Gpu> gpus = List.of();
    private List<String> remarks = List.of();

    private NvidiaSmi(Optional<SmiCommand> command, Machine machine) {
        this.command = command;
        this.machine = machine;
    }

    /**
     * The program on the {@code PATH}, or where the driver or WSL puts it.
     *
     * @return the driver; its {@link #gpus} refuses if there is no such program
     */
    public static NvidiaSmi ofThisMachine() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return of(on(path), Path.of("/"), TIMEOUT);
    }

    /** The first program of this name in the folders of a path, or in those of the driver. */
    static Optional<Path> on(String path) {
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/bin", "/usr/lib/wsl/lib"))
                .map(folder -> folder.replace("\"", ""))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> program(folder).stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A folder may have a name that the encoding of this JVM cannot express, as with {@code LANG=C}. */
    private static Optional<Path> program(String folder) {
        try {
            return Optional.of(Path.of(folder, "nvidia-smi"));
        } catch (InvalidPathException unknown) {
            return Optional.empty();
        }
    }

    static NvidiaSmi of(Optional<Path> executable, Path root, Duration timeout) {
        return new NvidiaSmi(executable.map(program -> new SmiCommand(program, timeout)), Machine.in(root));
    }

    @Override
    public String name() {
        return "nvidia-smi";
    }

    @Override
    public String title() {
        return "nvidia-smi";
    }

    @Override
    public boolean allocationsDisturb() {
        return true;
    }

    @Override
    public String branch() {
        return machine.driverBranch();
    }

    @Override
    public List<Gpu> gpus() throws Refusal {
        try {
            gpus = list().stream().map(SmiGpu::gpu).toList();
            return gpus;
        } catch (Refusal e) {
            throw machine.orAbsence(e);
        }
    }

    private List<SmiGpu> list() throws Refusal {
        SmiAnswer answer = ask(SmiCsv.GPUS, SmiCsv.FORMAT);
        remarks = SmiCsv.remarks(answer.output());
        if (!SmiCsv.hasRows(answer.output())
                && (!answer.isComplete()
                        || answer.output().isBlank()
                        || answer.output().contains("No devices"))) {
            throw SmiFailure.of(answer);
        }
        return SmiCsv.gpus(answer.output());
    }

    private SmiAnswer ask(String... arguments) throws Refusal {
        return command.orElseThrow(this::missing).run(arguments);
    }

    /** The fast list of processes, which is to be complete. */
    private String fastList() throws Refusal {
        SmiAnswer answer = ask(SmiCsv.PROCESSES, SmiCsv.FORMAT);
        if (!answer.isComplete()) {
            throw SmiFailure.of(answer);
        }
        return answer.output();
    }

    private String fullAnswer() throws Refusal {
        SmiAnswer answer = ask("-q", "-x");
        if (!answer.isComplete() && !SmiXml.isWhole(answer.output())) {
            throw SmiFailure.of(answer);
        }
        return answer.output();
    }

    /** A device that is lost or damaged. */
    @Override
    public List<String> weaknesses() {
        return remarks.stream()
                .map(remark -> "nvidia-smi says beside its figures: " + remark)
                .toList();
    }

    private Refusal missing() {
        return machine.traceOfGpu().isPresent() || machine.traceOfWsl().isPresent()
                ? new Refusal(
                        Reason.LIBRARY_MISSING,
                        "there is a device, and no nvidia-smi on the PATH; install it with the driver, or set"
                                + " NVIDIA_DRIVER_CAPABILITIES=compute,utility for the container")
                : Machine.absence("nor is there an nvidia-smi");
    }

    @Override
    public Map<String, Reading> used() {
        try {
            Map<String, Reading> used =
                    list().stream().collect(Collectors.toMap(gpu -> gpu.gpu().id(), SmiGpu::used));
            return each(gpu -> used.getOrDefault(gpu.id(), gone(gpu)));
        } catch (Refusal e) {
            return each(gpu -> e.gap());
        }
    }

    private static Gap gone(Gpu gpu) {
        return new Gap(Reason.GPU_LOST, gpu + " is no longer in the list of nvidia-smi");
    }

    /**
     * What processes hold now. Processes that compute are asked first; the much slower list that has graphics clients, too,
     * only if a process is not among them.
     *
     * @param pids the processes of interest; if there are none, the full list is asked
     * @return for each GPU, by its id
     */
    @Override
    public Map<String, Allocations> allocations(Set<Long> pids) {
        if (machine.traceOfWsl().isPresent()) {
            return unreadable(
                    new Gap(Reason.NOT_AVAILABLE, "under WSL2 the driver reports devices only, not processes"));
        }
        if (!machine.processes().areAllOfTheMachine()) {
            return unreadable(new Gap(
                    Reason.NAMESPACE_UNTRUSTED,
                    "nvidia-smi may list process ids and amounts that are not those of this container; run with"
                            + " --pid=host, or hostPID: true"));
        }
        return listed(pids);
    }

    private Map<String, Allocations> listed(Set<Long> pids) {
        Map<String, List<SmiProcess>> computing = Map.of();
        try {
            computing = SmiCsv.processes(fastList());
            if (!pids.isEmpty() && lists(computing, pids)) {
                return some(computing, new Gap(Reason.PID_NOT_VISIBLE, "graphics clients were not asked for"));
            }
        } catch (Refusal e) {
            if (e.gap().reason() == Reason.TIMED_OUT) {
                return unreadable(e.gap());
            }
        }
        try {
            return all(SmiXml.processes(fullAnswer()));
        } catch (Refusal e) {
            return some(computing, e.gap());
        }
    }

    private boolean lists(Map<String, List<SmiProcess>> processes, Set<Long> pids) {
        return known().stream().allMatch(gpu -> entries(gpu, processes).keySet().containsAll(pids));
    }

    private Map<String, Allocations> some(Map<String, List<SmiProcess>> processes, Gap others) {
        return each(gpu -> Allocations.of(ProcessAccounting.partial(entries(gpu, processes), others)));
    }

    private Map<String, Allocations> all(Map<String, List<SmiProcess>> processes) {
        return each(gpu -> processes.containsKey(gpu.id())
                ? Allocations.of(ProcessAccounting.complete(entries(gpu, processes)))
                : Allocations.unreadable(gone(gpu)));
    }

    private Map<Long, Reading> entries(Gpu gpu, Map<String, List<SmiProcess>> processes) {
        return SmiAccounting.entries(
                gpu,
                processes.getOrDefault(gpu.id(), List.of()),
                machine.hostMemory().orElse(Long.MAX_VALUE));
    }

    private Map<String, Allocations> unreadable(Gap gap) {
        return each(gpu -> Allocations.unreadable(gap));
    }

    /** Another driver of the same GPUs may have been asked for them. */
    private List<Gpu> known() {
        try {
            return gpus.isEmpty() ? gpus() : gpus;
        } catch (Refusal e) {
            return List.of();
        }
    }

    private <T> Map<String, T> each(Function<Gpu, T> answer) {
        Map<String, T> answers = new HashMap<>();
        known().forEach(gpu -> answers.put(gpu.id(), answer.apply(gpu)));
        return answers;
    }
}
