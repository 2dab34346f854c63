package io.github.vramguard.source.jvm;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.stream.Stream;

/**
 * A table that HotSpot exports for the debuggers of the JDK: what lies where in its memory. Further symbols say how the rows of the
 * table itself are laid out.
 *
 * @param jvm where the symbols are
 * @param symbol what the names of all its symbols begin with
 */
record ExportedTable(NativeLibrary jvm, String symbol) {

    /** One row.
     *
     * @param table the table
     * @param start where it begins
     */
    record Row(ExportedTable table, Pointer start) {

        boolean is(String column, String text) {
            return pointer(column).getString(0).equals(text);
        }

        Pointer pointer(String column) {
            return start.getPointer(table.offset(column));
        }

        long number(String column) {
            return start.getLong(table.offset(column));
        }

        private boolean exists() {
            return start.getPointer(table.offset("TypeName")) != null;
        }

        private Row next() {
            return new Row(table, start.share(table.layout("ArrayStride")));
        }
    }

    /** The first row of a type with a text in a column. */
    Row row(String type, String column, String text) {
        return Stream.iterate(
                        new Row(this, jvm.getGlobalVariableAddress(symbol + "s").getPointer(0)), Row::exists, Row::next)
                .filter(row -> row.is("TypeName", type) && row.is(column, text))
                .findFirst()
                .orElseThrow(() -> new UnsatisfiedLinkError(symbol + " has no " + text + " of " + type));
    }

    private long offset(String column) {
        return layout(column + "Offset");
    }

    private long layout(String what) {
        return jvm.getGlobalVariableAddress(symbol + "Entry" + what).getLong(0);
    }
}
