package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import org.junit.jupiter.api.Test;

class NativeCallsTests {

    @Test
    void whatPreventsThemIsSaidWithWhatHelps() {
        assertThat(NativeCalls.obstacle(() -> {
                    throw new UnsatisfiedLinkError("/tmp/jna.so: failed to map segment");
                }))
                .hasValueSatisfying(gap -> assertThat(gap)
                        .returns(Reason.LIBRARY_MISSING, Gap::reason)
                        .extracting(Gap::detail)
                        .asString()
                        .contains("failed to map segment", "-Djna.tmpdir"));
    }

    @Test
    void nothingPreventsThemHere() {
        assertThat(NativeCalls.obstacle()).isEmpty();
    }
}
