package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTests {

    @Test
    void aLineHasARangeAndAFile() {
        assertThat(Mapping.parse(
                        "7f9f5c000000-7f9f5c021000 r-xp 00028000 fe:00 247026                   /opt/a b/libc.so.6"))
                .isEqualTo(Optional.of(
                        new Mapping(0x7f9f5c000000L, 0x7f9f5c021000L, "r-xp", 247026, "/opt/a b/libc.so.6")));
    }

    @ParameterizedTest
    @CsvSource({
        "7f1c58040000-7f1c58070000 rw-p 00000000 00:00 0, true",
        "7f1c58040000-7f1c58070000 rw-p 00000000 00:00 0 , true",
        "7f1c58040000-7f1c58070000 ---p 00000000 00:00 0, false",
        "7f1c58040000-7f1c58070000 rw-s 00000000 00:05 7 /memfd:heap, false",
        "7ffd1c2b5000-7ffd1c2d6000 rw-p 00000000 00:00 0 [stack], false",
        "564b2e4ec000-564b2e4ed000 rw-p 0000a000 fe:00 247026 /usr/bin/cat, false",
    })
    void onlyPrivateWritableMemoryWithoutAFileIsAnonymousData(String line, boolean is) {
        assertThat(Mapping.parse(line)).map(Mapping::isAnonymousData).contains(is);
    }

    @ParameterizedTest
    @CsvSource({"1000, true", "1fff, true", "fff, false", "2000, false"})
    void theEndOfARangeIsNotInIt(String address, boolean isIn) {
        assertThat(Mapping.parse("1000-2000 r-xp 0 00:00 0").orElseThrow().contains(Long.parseLong(address, 16)))
                .isEqualTo(isIn);
    }

    /** The page of system calls lies there, beyond the greatest signed number. */
    @Test
    void theHighestAddressesAreNotNegative() {
        Mapping vsyscall = Mapping.parse("ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0 [vsyscall]")
                .orElseThrow();
        assertThat(vsyscall.contains(0xffffffffff600000L)).isTrue();
        assertThat(vsyscall.contains(0x1000)).isFalse();
    }

    @Property
    void anythingElseIsNoMapping(@ForAll String line) {
        assertThat(Mapping.parse(line)).isEmpty();
    }
}
