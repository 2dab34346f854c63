package io.github.vramguard.source.nvidia;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A function that lists the processes on a device. Its list may grow between two calls. */
final class ListFunction {

    private static final int MAX_GROWTHS = 5;
    private static final int FIRST_ROOM = 64;
    private static final int MAX_ENTRIES = 1 << 16;

    private final Library library;
    private final String symbol;
    private int entrySize;
    private int room = FIRST_ROOM;

    /** The size of an entry is what is documented, and counts only where the answer does not show it. */
    ListFunction(Library library, String symbol, int entrySize) {
        this.library = library;
        this.symbol = symbol;
        this.entrySize = entrySize;
    }

    /** The entries. One that claims more than a limit in bytes has no amount, as long as the size of an entry is certain. */
    List<ProcessEntry> read(Pointer device, long limit) throws NvmlError {
        for (int growths = 0; growths <= MAX_GROWTHS; growths++) {
            Optional<ListAnswer> answer = ask(device);
            if (answer.isPresent()) {
                return entries(answer.get(), limit);
            }
        }
        throw NvmlError.of(symbol, ReturnCode.INSUFFICIENT_SIZE.code());
    }

    /** Asks once, and makes more room for the next time if it was too little. */
    private Optional<ListAnswer> ask(Pointer device) throws NvmlError {
        try (Memory count = new Memory(Integer.BYTES);
                Memory buffer = new Memory((long) room * ListAnswer.WIDEST)) {
            count.setInt(0, room);
            buffer.setMemory(0, buffer.size(), ListAnswer.MARK);
            int code = library.invoke(symbol, device, count, buffer);
            boolean refused = code == ReturnCode.INSUFFICIENT_SIZE.code();
            if (code != ReturnCode.SUCCESS.code() && !refused) {
                throw NvmlError.of(symbol, code);
            }
            return answer(count.getInt(0), refused, buffer);
        }
    }

    /** Unless half of the room stays empty, a function that clears it all could be taken for one with wider entries. */
    private Optional<ListAnswer> answer(int count, boolean refused, Memory buffer) throws NvmlError {
        if (count < 0 || count > MAX_ENTRIES || (count > room && !refused)) {
            throw NvmlError.mismatch(
                    symbol, Integer.toUnsignedString(count) + " processes in a list with room for " + room);
        }
        if (refused || 2 * count >= room) {
            room = Math.max(room + 1, 2 * count + 5);
            return Optional.empty();
        }
        return Optional.of(ListAnswer.of(buffer.getByteArray(0, (int) buffer.size()), count));
    }

    private List<ProcessEntry> entries(ListAnswer answer, long limit) throws NvmlError {
        if (answer.count() == 0) {
            return List.of();
        }
        OptionalInt written = answer.writtenSize();
        entrySize = written.orElse(entrySize);
        if (written.isEmpty() && !answer.agreesOnParts(entrySize)) {
            throw NvmlError.mismatch(symbol, "no entries of " + entrySize + " bytes, and no other size to be seen");
        }
        List<ProcessEntry> entries = answer.entries(entrySize).toList();
        List<ProcessEntry> believed =
                entries.stream().filter(entry -> entry.isPlausible(limit)).toList();
        if (believed.isEmpty() || (written.isEmpty() && believed.size() < entries.size())) {
            throw NvmlError.mismatch(symbol, odd(entries, limit) + ", by entries of " + entrySize + " bytes");
        }
        return entries.stream().map(entry -> entry.orGarbled(limit)).toList();
    }

    private static ProcessEntry odd(List<ProcessEntry> entries, long limit) {
        return entries.stream()
                .filter(entry -> !entry.isPlausible(limit))
                .findFirst()
                .orElseThrow();
    }
}
