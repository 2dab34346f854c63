package io.github.vramguard.source.drm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class OpenedTests {

    private static Client client(int id) {
        FdInfo told = new FdInfo(Map.of("drm-memory-vram", id + " KiB"));
        return new Client("gpu", Integer.toString(id), DrmDriver.AMDGPU, told);
    }

    private static Opened opened(List<Integer> ids) {
        return new Opened(ids.stream().map(OpenedTests::client).toList(), false, Optional.empty());
    }

    @Provide
    Arbitrary<Map<Long, Opened>> processes() {
        Arbitrary<Opened> opened =
                Arbitraries.integers().between(1, 8).list().ofMaxSize(6).map(OpenedTests::opened);
        return Arbitraries.maps(Arbitraries.longs().between(1, 9), opened).ofMaxSize(6);
    }

    @Property(tries = 200)
    void countingOnceIsIdempotent(@ForAll("processes") Map<Long, Opened> processes) {
        SortedMap<Long, Opened> once = Opened.once(processes);
        assertThat(Opened.once(once)).isEqualTo(once);
    }

    @Property(tries = 200)
    void countingOnceGivesEachClientToTheLowestProcess(@ForAll("processes") Map<Long, Opened> processes) {
        Map<Client, Long> lowest = new TreeMap<>(Comparator.comparing(Client::id));
        new TreeMap<>(processes)
                .forEach((pid, opened) -> opened.clients().forEach(client -> lowest.putIfAbsent(client, pid)));
        List<Client> counted = new ArrayList<>();
        Opened.once(processes).forEach((pid, opened) -> {
            assertThat(opened.clients()).allSatisfy(client -> assertThat(lowest).containsEntry(client, pid));
            counted.addAll(opened.clients());
        });
        assertThat(counted).containsExactlyInAnyOrderElementsOf(lowest.keySet());
    }

    @Property(tries = 200)
    void countingOnceDoesNotDependOnTheOrderOfDescriptors(
            @ForAll("processes") Map<Long, Opened> processes, @ForAll Random random) {
        Map<Long, Opened> shuffled = processes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> shuffled(entry.getValue(), random)));
        assertThat(sums(shuffled)).isEqualTo(sums(processes));
    }

    private static Opened shuffled(Opened opened, Random random) {
        List<Client> clients = new ArrayList<>(opened.clients());
        Collections.shuffle(clients, random);
        return new Opened(clients, opened.kfd(), opened.obstacle());
    }

    private static Map<Long, Reading> sums(Map<Long, Opened> processes) {
        Map<Long, Reading> sums = new TreeMap<>();
        Opened.once(processes).forEach((pid, opened) -> sums.put(pid, opened.sum("gpu", c -> c.device(false))));
        return sums;
    }

    @Property(tries = 200)
    void theGreaterFigureCountsInAnyOrderAndHoweverOften(
            @ForAll @LongRange(max = 1L << 50) long one, @ForAll @LongRange(max = 1L << 50) long other) {
        Reading merged = Kfd.greater(new Bytes(one), other);
        assertThat(merged).isEqualTo(new Bytes(Math.max(one, other)));
        assertThat(Kfd.greater(new Bytes(other), one)).isEqualTo(merged);
        assertThat(Kfd.greater(merged, other)).isEqualTo(merged);
        assertThat(Kfd.greater(merged, one)).isEqualTo(merged);
    }
}
