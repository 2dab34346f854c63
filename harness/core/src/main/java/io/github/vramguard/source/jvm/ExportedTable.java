package io.github.vramguard.source.jvm;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A table that HotSpot exports for the debuggers of the JDK: what lies where in its memory. Further symbols say how the rows of the
 * table itself are laid out.
 */
final class ExportedTable {

    private final NativeLibrary jvm;
    private final String symbol;
    private final Map<String, Long> layout = new HashMap<>();

    /** A table with the symbols that begin so. */
    ExportedTable(NativeLibrary jvm, String symbol) {
        this.jvm = jvm;
        this.symbol = symbol;
    }

    /** The rows of a type. */
    List<Row> rowsOf(String type) {
        Pointer first = jvm.getGlobalVariableAddress(symbol + "s").getPointer(0);
        return Stream.iterate(new Row(first), Row::exists, Row::next)
                .filter(row -> row.is("TypeName", type))
                .toList();
    }

    private long offset(String column) {
        return layout(column + "Offset");
    }

    private long layout(String what) {
        return layout.computeIfAbsent(what, any -> jvm.getGlobalVariableAddress(symbol + "Entry" + what)
                .getLong(0));
    }

    /** One row. */
    final class Row {

        private final Pointer start;

        private Row(Pointer start) {
            this.start = start;
        }

        boolean is(String column, String text) {
            return isText(pointer(column), text);
        }

        Pointer pointer(String column) {
            return start.getPointer(offset(column));
        }

        long number(String column) {
            return start.getLong(offset(column));
        }

        private boolean exists() {
            return pointer("TypeName") != null;
        }

        private Row next() {
            return new Row(start.share(layout("ArrayStride")));
        }
    }

    /** Most texts differ in the first byte already, and there are thousands. */
    static boolean isText(Pointer there, String text) {
        return there.getByte(0) == text.charAt(0) && there.getString(0).equals(text);
    }
}
