package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtoWriterTests {

    @ParameterizedTest
    @CsvSource({"1, 0, 0800", "1, 127, 087f", "1, 128, 088001", "1, 150, 089601", "16, 1, 800101"})
    void aNumberIsWrittenInGroupsOfSevenBits(int field, long value, String wire) throws IOException {
        assertThat(wire(new ProtoWriter().number(field, value))).isEqualTo(wire);
    }

    @Test
    void aTextIsPrecededByItsLength() throws IOException {
        assertThat(wire(new ProtoWriter().text(2, "testing"))).isEqualTo("120774657374696e67");
    }

    @Test
    void aMessageWithinAMessageIsPrecededByItsLength() throws IOException {
        ProtoWriter inner = new ProtoWriter().number(1, 150);

        assertThat(wire(new ProtoWriter().message(3, inner))).isEqualTo("1a03089601");
    }

    private static String wire(ProtoWriter message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(Channels.newChannel(bytes));
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
