package io.github.vramguard.model;

import java.io.IOException;
import java.util.Locale;

/** The types of metadata in their order in {@code enum gguf_type}, and the fewest bytes that a value takes. */
enum ValueType {
    UINT8(1),
    INT8(1),
    UINT16(2),
    INT16(2),
    UINT32(4),
    INT32(4),
    FLOAT32(4),
    BOOL(1),
    STRING(8),
    ARRAY(12),
    UINT64(8),
    INT64(8),
    FLOAT64(8);

    private final int leastBytes;

    ValueType(int leastBytes) {
        this.leastBytes = leastBytes;
    }

    static ValueType read(GgufInput in) throws IOException {
        int id = in.int32();
        if (id < 0 || id >= values().length) {
            throw in.wrong("a type of value from 0 to " + (values().length - 1), id);
        }
        return values()[id];
    }

    int leastBytes() {
        return leastBytes;
    }

    boolean hasFixedSize() {
        return this != STRING && this != ARRAY;
    }

    boolean isWhole() {
        return hasFixedSize() && this != FLOAT32 && this != FLOAT64;
    }

    long readWhole(GgufInput in) throws IOException {
        return switch (this) {
            case UINT8 -> Byte.toUnsignedLong(in.int8());
            case INT8, BOOL -> in.int8();
            case UINT16 -> Short.toUnsignedLong(in.int16());
            case INT16 -> in.int16();
            case UINT32 -> Integer.toUnsignedLong(in.int32());
            case INT32 -> in.int32();
            case UINT64, INT64 -> in.int64();
            case FLOAT32, FLOAT64, STRING, ARRAY -> throw new IllegalStateException(this + " is not a whole number");
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
