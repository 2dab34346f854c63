package io.github.vramguard.source.jvm;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.vramguard.source.jvm.ExportedTable.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A flag of HotSpot in the memory of this process. Most flags have no other way to be changed once the JVM runs. */
final class VmFlag {

    private static final String TYPE = "JVMFlag";

    private final Pointer address;

    private VmFlag(Pointer address) {
        this.address = address;
    }

    /** Finds a flag whose value is a whole number; empty unless the value found there is the one that HotSpot reports for it. */
    static Optional<VmFlag> find(String name) {
        try {
            return address(NativeLibrary.getProcess(), name).map(VmFlag::new).filter(flag -> VmOptions.value(name)
                    .filter(Long.toString(flag.get())::equals)
                    .isPresent());
        } catch (LinkageError notExported) {
            return Optional.empty();
        }
    }

    private static Optional<Pointer> address(NativeLibrary jvm, String name) {
        List<Row> fields = new ExportedTable(jvm, "gHotSpotVMStruct").rowsOf(TYPE);
        List<Row> types = new ExportedTable(jvm, "gHotSpotVMType").rowsOf(TYPE);
        long size = named("TypeName", TYPE, types).number("Size");
        Pointer first = named("FieldName", "flags", fields).pointer("Address").getPointer(0);
        long count = named("FieldName", "numFlags", fields).pointer("Address").getLong(0);
        long nameOffset = named("FieldName", "_name", fields).number("Offset");
        long addressOffset = named("FieldName", "_addr", fields).number("Offset");
        return LongStream.range(0, count)
                .mapToObj(i -> first.share(i * size))
                .filter(flag -> isNamed(flag.getPointer(nameOffset), name))
                .map(flag -> flag.getPointer(addressOffset))
                .findFirst();
    }

    private static Row named(String column, String name, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.is(column, name))
                .findFirst()
                .orElseThrow(() -> new UnsatisfiedLinkError("no table of this JVM has " + name + " of " + TYPE));
    }

    /** The last flag has no name. */
    private static boolean isNamed(@Nullable Pointer text, String name) {
        return text != null && ExportedTable.isText(text, name);
    }

    long get() {
        return address.getLong(0);
    }

    void set(long value) {
        address.setLong(0, value);
    }
}
