package io.github.vramguard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.MemoryTarget.StartedContainers;
import io.github.vramguard.memory.MemoryTarget.Together;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.linux.OwnContainers;
import io.github.vramguard.source.spi.MemorySource;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EachPartTests {

    private static final MemoryTarget SELF = Targets.thisJvm();
    private static final MemoryTarget STARTED = new StartedContainers();
    private static final Container ONE = new Container("container one", "/one");
    private static final Container TWO = new Container("container two", "/two");

    private final Map<MemoryTarget, Map<Pool, Reading>> memory = new HashMap<>();
    private final Set<String> running = new TreeSet<>();
    private final EachPart source = new EachPart(
            new Scripted(),
            new OwnContainers(
                    List.of(() -> {
                        if (running.contains("failed")) {
                            throw new IOException("no answer");
                        }
                        return running;
                    }),
                    id -> id.equals("one") ? ONE : TWO));

    /** Knows simple targets only. */
    private final class Scripted implements MemorySource {

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Map<Pool, Origin> origins(MemoryTarget target) {
            assertThat(target).isNotInstanceOfAny(Together.class, StartedContainers.class);
            return target instanceof Container
                    ? Map.of(Pool.CONTAINER, Origin.exact("a"), Pool.RESIDENT, Origin.exact("b"))
                    : Map.of(Pool.HEAP, Origin.exact("c"), Pool.RESIDENT, Origin.mixed("b"));
        }

        @Override
        public Map<Pool, Reading> read(MemoryTarget target) {
            return memory.getOrDefault(target, Map.of());
        }
    }

    private void holds(MemoryTarget target, Pool pool, long bytes) {
        memory.computeIfAbsent(target, any -> new HashMap<>()).put(pool, new Bytes(bytes));
    }

    @Test
    void whatPartsHoldOfAPoolIsAddedUp() {
        holds(SELF, Pool.HEAP, 1);
        holds(SELF, Pool.RESIDENT, 10);
        holds(ONE, Pool.RESIDENT, 100);
        holds(ONE, Pool.CONTAINER, 1000);
        assertThat(source.read(Targets.together(List.of(SELF, ONE))))
                .isEqualTo(Map.of(
                        Pool.HEAP, new Bytes(1), Pool.RESIDENT, new Bytes(110), Pool.CONTAINER, new Bytes(1000)));
    }

    @Test
    void aSumIsAsCoarseAsItsCoarsestPart() {
        Map<Pool, Origin> origins = source.origins(new Together(List.of(SELF, ONE)));
        assertThat(origins.get(Pool.RESIDENT).quality()).isEqualTo(Quality.MIXED);
        assertThat(origins.get(Pool.CONTAINER).quality()).isEqualTo(Quality.EXACT);
    }

    @Test
    void aPartThatCannotBeReadMakesTheSumAGap() {
        Gap gap = new Gap(Reason.PROCESS_GONE, "container one has ended");
        memory.put(ONE, Map.of(Pool.CONTAINER, gap));
        holds(TWO, Pool.CONTAINER, 5);
        assertThat(source.read(new Together(List.of(TWO, ONE)))).containsEntry(Pool.CONTAINER, gap);
        assertThat(source.read(new Together(List.of(ONE, TWO)))).containsEntry(Pool.CONTAINER, gap);
    }

    @Test
    void theContainersThatThisJvmStartedComeAndGo() {
        holds(ONE, Pool.CONTAINER, 7);
        holds(TWO, Pool.CONTAINER, 70);
        assertThat(source.read(STARTED)).isEqualTo(Map.of(Pool.CONTAINER, new Bytes(0)));
        running.add("one");
        assertThat(source.read(STARTED)).isEqualTo(Map.of(Pool.CONTAINER, new Bytes(7)));
        running.add("two");
        assertThat(source.read(STARTED)).isEqualTo(Map.of(Pool.CONTAINER, new Bytes(77)));
        running.remove("one");
        assertThat(source.read(STARTED)).isEqualTo(Map.of(Pool.CONTAINER, new Bytes(70)));
    }

    @Test
    void oneThatEndsWhileItIsReadHoldsNothing() {
        running.add("one");
        memory.put(ONE, Map.of(Pool.CONTAINER, new Gap(Reason.PROCESS_GONE, "container one has ended")));
        assertThat(source.read(STARTED)).isEqualTo(Map.of(Pool.CONTAINER, new Bytes(0)));
    }

    @Test
    void thatNobodySaysWhichRunIsAGap() {
        running.add("failed");
        assertThat(source.read(STARTED))
                .isEqualTo(Map.of(
                        Pool.CONTAINER,
                        new Gap(Reason.NOT_AVAILABLE, "the running containers cannot be listed: no answer")));
    }

    @Test
    void targetsAreOneOnlyWhereThereAreSeveral() {
        assertThat(Targets.together(List.of(SELF))).isEqualTo(SELF);
        assertThat(new Together(List.of(SELF, STARTED))).hasToString(SELF + " and the containers it started");
        assertThatIllegalArgumentException().isThrownBy(() -> Targets.together(List.of()));
    }
}
