package io.github.vramguard.source.nvidia;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ListAnswerTests {

    private static final long TOTAL = 80L << 30;

    /** Entries as a driver writes them, in a buffer with the room that is asked for. */
    record Written(List<ProcessEntry> entries, int size, boolean padding, boolean mig) {

        ListAnswer answer() {
            return in(ListAnswer.MARK);
        }

        /** As a function leaves it that clears the buffer first. */
        ListAnswer cleared() {
            return in((byte) 0);
        }

        private ListAnswer in(byte blank) {
            byte[] bytes = new byte[Math.max(64, 2 * entries.size() + 5) * ListAnswer.WIDEST];
            Arrays.fill(bytes, blank);
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
            for (int i = 0; i < entries.size(); i++) {
                write(buffer, i * size, entries.get(i));
            }
            return ListAnswer.of(bytes, entries.size());
        }

        private void write(ByteBuffer buffer, int at, ProcessEntry entry) {
            buffer.putInt(at, (int) entry.pid()).putLong(at + 8, entry.used());
            if (padding) {
                buffer.putInt(at + 4, 0);
            }
            if (size >= 24) {
                buffer.putInt(at + 16, mig ? 3 : -1).putInt(at + 20, mig ? 0 : -1);
            }
            if (size == 32) {
                buffer.putLong(at + 24, 0);
            }
        }
    }

    @Provide
    Arbitrary<Written> written() {
        Arbitrary<Long> used = Arbitraries.longs()
                .between(0, TOTAL)
                .injectNull(0.1)
                .map(bytes -> bytes == null ? ProcessEntry.NOT_AVAILABLE : bytes);
        Arbitrary<ProcessEntry> entry = Combinators.combine(Arbitraries.longs().between(1, 1 << 22), used)
                .as(ProcessEntry::new);
        return Combinators.combine(
                        entry.list().ofMinSize(1).ofMaxSize(64),
                        Arbitraries.of(16, 24, 32),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Written::new);
    }

    @Property
    void theSizeOfEntriesIsSeenAndTheyAreReadBack(@ForAll("written") Written written) {
        ListAnswer answer = written.answer();
        assertThat(answer.writtenSize()).hasValue(written.size());
        assertThat(answer.entries(written.size())).containsExactlyElementsOf(written.entries());
    }

    /** This counts where the size cannot be seen. One entry is read alike by every size. */
    @Property
    void theWrongSizeIsNoticed(@ForAll("written") Written written, @ForAll("documentedSize") int size) {
        Assume.that(written.entries().size() > 1 && written.size() != size && !written.mig());
        ListAnswer answer = written.cleared();
        assertThat(answer.agreesOnParts(size)
                        && answer.entries(size).allMatch(entry -> entry.isPlausible(TOTAL))
                        && !answer.entries(size).toList().equals(written.entries()))
                .as("entries of %d bytes are taken for some of %d bytes", written.size(), size)
                .isFalse();
    }

    @Property
    void theRightSizeIsRecognised(@ForAll("written") Written written) {
        assertThat(written.answer().agreesOnParts(written.size())).isTrue();
    }

    @Provide
    Arbitrary<Integer> documentedSize() {
        return Arbitraries.of(16, 24, 32);
    }

    /** A function that clears the whole buffer shows no size, whatever it takes an entry to be. */
    @Property
    void aClearedBufferShowsNoSize(@ForAll @IntRange(min = 1, max = 64) int count, @ForAll("documentedSize") int size) {
        int room = 2 * count + 5;
        byte[] bytes = new byte[room * ListAnswer.WIDEST];
        Arrays.fill(bytes, ListAnswer.MARK);
        Arrays.fill(bytes, 0, room * size, (byte) 0);
        assertThat(ListAnswer.of(bytes, count).writtenSize()).isEmpty();
    }

    @Property
    void anUntouchedBufferShowsNoSize(@ForAll @IntRange(min = 1, max = 64) int count) {
        byte[] bytes = new byte[count * ListAnswer.WIDEST];
        Arrays.fill(bytes, ListAnswer.MARK);
        assertThat(ListAnswer.of(bytes, count).writtenSize()).isEmpty();
    }

    /** Of 64 bits at random one in 200 million is an amount of this device. */
    @Property
    void garbageIsNoNumber(@ForAll Random random, @ForAll @IntRange(min = 1, max = 64) int count) {
        byte[] bytes = new byte[(2 * count + 5) * ListAnswer.WIDEST];
        random.nextBytes(bytes);
        ListAnswer answer = ListAnswer.of(bytes, count);
        assertThat(answer.writtenSize()).isEmpty();
        assertThat(IntStream.of(16, 24, 32)
                        .filter(size -> answer.entries(size).allMatch(entry -> entry.isPlausible(TOTAL))))
                .isEmpty();
    }

    /** The other side of the check: what is plausible passes. */
    @Property
    void whatWasWrittenIsPlausible(@ForAll("written") Written written) {
        assertThat(written.answer().entries(written.size())).allMatch(entry -> entry.isPlausible(TOTAL));
    }
}
