package io.github.vramguard.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A message in the wire format of Protocol Buffers, kept as parts so that large fields are never copied. */
final class ProtoWriter {

    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private final List<ByteBuffer> parts = new ArrayList<>();

    ProtoWriter number(int field, long value) {
        parts.add(varints(tag(field, VARINT), value));
        return this;
    }

    ProtoWriter text(int field, String value) {
        return bytes(field, ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
    }

    ProtoWriter bytes(int field, ByteBuffer value) {
        parts.add(varints(tag(field, LENGTH_DELIMITED), value.remaining()));
        parts.add(value);
        return this;
    }

    ProtoWriter message(int field, ProtoWriter value) {
        parts.add(varints(tag(field, LENGTH_DELIMITED), value.size()));
        parts.addAll(value.parts);
        return this;
    }

    void writeTo(WritableByteChannel channel) throws IOException {
        for (ByteBuffer part : parts) {
            ByteBuffer rest = part.duplicate();
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    private long size() {
        return parts.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    private static long tag(int field, int wireType) {
        return (long) field << 3 | wireType;
    }

    private static ByteBuffer varints(long... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long value : values) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }
}
