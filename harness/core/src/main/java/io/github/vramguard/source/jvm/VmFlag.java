package io.github.vramguard.source.jvm;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.vramguard.source.jvm.ExportedTable.Row;
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
        ExportedTable fields = new ExportedTable(jvm, "gHotSpotVMStruct");
        long size = new ExportedTable(jvm, "gHotSpotVMType")
                .row(TYPE, "TypeName", TYPE)
                .number("Size");
        Pointer first = field(fields, "flags").pointer("Address").getPointer(0);
        long count = field(fields, "numFlags").pointer("Address").getLong(0);
        long nameOffset = field(fields, "_name").number("Offset");
        long addressOffset = field(fields, "_addr").number("Offset");
        return LongStream.range(0, count)
                .mapToObj(i -> first.share(i * size))
                .filter(flag -> isNamed(flag.getPointer(nameOffset), name))
                .map(flag -> flag.getPointer(addressOffset))
                .findFirst();
    }

    private static Row field(ExportedTable fields, String name) {
        return fields.row(TYPE, "FieldName", name);
    }

    /** The last flag has no name. */
    private static boolean isNamed(@Nullable Pointer text, String name) {
        return text != null && text.getString(0).equals(name);
    }

    long get() {
        return address.getLong(0);
    }

    void set(long value) {
        address.setLong(0, value);
    }
}
