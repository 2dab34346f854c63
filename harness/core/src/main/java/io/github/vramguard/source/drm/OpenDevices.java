package io.github.vramguard.source.drm;

import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.linux.Processes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks through the open files of processes for those of GPUs. */
final class OpenDevices {

    private final Processes processes;
    private final Cards cards;

    OpenDevices(Processes processes, Cards cards) {
        this.processes = processes;
        this.cards = cards;
    }

    /** What a process has open. One that ended meanwhile has nothing. */
    Opened of(long pid) {
        Path process = processes.directoryOf(pid);
        try {
            return of(process, processes.openFilesOf(pid).targets());
        } catch (IOException e) {
            return Files.exists(process) ? Opened.hidden(obstacle(pid, e)) : Opened.NOTHING;
        }
    }

    static Gap obstacle(long pid, IOException failure) {
        return failure instanceof AccessDeniedException
                ? new Gap(
                        Reason.NO_PERMISSION,
                        "the open files of process " + pid + " may not be looked into; run as the same user, or with"
                                + " CAP_SYS_PTRACE")
                : new Gap(Reason.NOT_AVAILABLE, "the open files of process " + pid + " cannot be read: " + failure);
    }

    private Opened of(Path process, Map<String, String> files) throws IOException {
        List<Client> clients = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            String device = file.getValue();
            if (device.startsWith("/dev/dri/") || device.startsWith("/dev/accel/")) {
                client(process.resolve("fdinfo").resolve(file.getKey()), device).ifPresent(clients::add);
            }
        }
        return new Opened(List.copyOf(clients), files.containsValue("/dev/kfd"), Optional.empty());
    }

    private Optional<Client> client(Path fdinfo, String device) throws IOException {
        try {
            return client(FdInfo.parse(Files.readString(fdinfo)), device);
        } catch (NoSuchFileException closedMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<Client> client(FdInfo info, String device) {
        return card(info, device)
                .map(card -> new Client(card.id(), info.text("drm-client-id").orElse(""), card.driver(), info));
    }

    /** The card of a client; one that does not name it is found by its driver, or by the device. */
    private Optional<Card> card(FdInfo info, String device) {
        Optional<String> address = info.text("drm-pdev").or(() -> info.text("pdev"));
        return address.isPresent()
                ? cards.of(address.get())
                : info.text("drm-driver")
                        .flatMap(DrmDriver::named)
                        .flatMap(driver -> cards.of(driver.title()))
                        .or(() -> cards.ofNode(device));
    }
}
