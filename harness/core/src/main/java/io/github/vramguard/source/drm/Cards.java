package io.github.vramguard.source.drm;

import io.github.vramguard.source.linux.SysDir;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The GPUs of this machine whose drivers report memory. */
final class Cards {

    private static final String PCI_ADDRESS = "\\p{XDigit}{4,}:\\p{XDigit}{2}:\\p{XDigit}{2}\\.\\d";

    private final SysDir classes;
    private final Kfd kfd;
    private final List<Card> all;

    private Cards(SysDir classes, Kfd kfd) {
        this.classes = classes;
        this.kfd = kfd;
        this.all = Stream.of("drm", "accel")
                .flatMap(type -> classes.at(type).children().stream())
                .filter(entry -> entry.name().matches("(card|accel)\\d+"))
                .flatMap(entry -> card(entry).stream())
                .sorted(Comparator.comparing(Card::id))
                .toList();
    }

    static Cards of(SysDir sys, Kfd kfd) {
        return new Cards(sys.at("class"), kfd);
    }

    List<Card> all() {
        return all;
    }

    Optional<Card> of(String id) {
        return all.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /** The card of a device such as {@code /dev/dri/renderD128}. */
    Optional<Card> ofNode(String device) {
        String name = device.substring(device.lastIndexOf('/') + 1);
        return card(classes.at(name.startsWith("accel") ? "accel" : "drm").at(name))
                .flatMap(card -> of(card.id()));
    }

    private Optional<Card> card(SysDir entry) {
        SysDir device = entry.at("device");
        return device.target("driver").flatMap(DrmDriver::named).map(driver -> {
            String id = entry.target("device")
                    .filter(name -> name.matches(PCI_ADDRESS))
                    .orElse(driver.title());
            return new Card(id, driver, device, isUnified(id, device));
        });
    }

    /**
     * Whether a GPU of AMD works with memory of the host: KFD says so, or its own memory is small beside that. A card with
     * less memory than a quarter of the host's is recognised by its metrics, whose first version is that of cards.
     */
    private boolean isUnified(String id, SysDir device) {
        OptionalLong own = device.number("mem_info_vram_total");
        OptionalLong shared = device.number("mem_info_gtt_total");
        boolean small = own.isPresent() && shared.isPresent() && own.getAsLong() < shared.getAsLong() / 2;
        return kfd.isApu(id) || (small && !hasMetricsOfACard(device));
    }

    private static boolean hasMetricsOfACard(SysDir device) {
        byte[] header = device.head("gpu_metrics", 4);
        return header.length == 4 && header[2] == 1;
    }
}
