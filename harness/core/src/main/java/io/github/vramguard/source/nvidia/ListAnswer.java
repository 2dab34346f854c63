package io.github.vramguard.source.nvidia;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The answer of a function that lists processes, in a buffer that was filled with {@link #MARK} before. Drivers differ in
 * the size of an entry under the same name of the function; how far the marks were overwritten shows the size.
 *
 * @param buffer the bytes, with more than twice the room that the entries need
 * @param count how many entries there are
 */
record ListAnswer(ByteBuffer buffer, int count) {

    /** The last byte of an entry is never this one: it is the upper end of an amount, or of an id. */
    static final byte MARK = (byte) 0xA5;

    /** The size of the widest entry. */
    static final int WIDEST = 32;

    private static final Set<Integer> SIZES = Set.of(16, 24, WIDEST);
    private static final int PID = 0;
    private static final int USED = 8;
    private static final int PARTS = 16;
    private static final long NO_PARTS = -1;

    /** Two numbers below 64. */
    private static final long SMALL_PARTS = 63L << 32 | 63;

    static ListAnswer of(byte[] bytes, int count) {
        return new ListAnswer(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()), count);
    }

    /** The size of an entry as it was written, unless the function wrote more than its entries, or something else. */
    OptionalInt writtenSize() {
        int written = IntStream.iterate(buffer.limit(), end -> end > 0, end -> end - 1)
                .filter(end -> buffer.get(end - 1) != MARK)
                .findFirst()
                .orElse(0);
        return written % count == 0 && SIZES.contains(written / count)
                ? OptionalInt.of(written / count)
                : OptionalInt.empty();
    }

    Stream<ProcessEntry> entries(int size) {
        return IntStream.range(0, count)
                .map(entry -> entry * size)
                .mapToObj(at ->
                        new ProcessEntry(Integer.toUnsignedLong(buffer.getInt(at + PID)), buffer.getLong(at + USED)));
    }

    /**
     * Whether entries of this size end in what all entries of a device end in: the ids of its part in MIG mode, or none. The
     * narrowest have no such ids.
     */
    boolean agreesOnParts(int size) {
        if (size <= PARTS) {
            return true;
        }
        long parts = buffer.getLong(PARTS);
        return (parts == NO_PARTS || (parts & ~SMALL_PARTS) == 0)
                && IntStream.range(1, count).allMatch(entry -> buffer.getLong(entry * size + PARTS) == parts);
    }
}
