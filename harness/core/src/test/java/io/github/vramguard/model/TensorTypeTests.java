package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bits that the types of llama.cpp take for each weight. */
class TensorTypeTests {

    @ParameterizedTest
    @CsvSource({
        "f32,32",
        "f16,16",
        "bf16,16",
        "q4_0,4.5",
        "q4_1,5",
        "q5_0,5.5",
        "q5_1,6",
        "q8_0,8.5",
        "q2_K,2.625",
        "q3_K,3.4375",
        "q4_K,4.5",
        "q5_K,5.5",
        "q6_K,6.5625",
        "iq2_xxs,2.0625",
        "iq3_xxs,3.0625",
        "iq1_s,1.5625",
        "iq4_nl,4.5",
        "iq4_xs,4.25",
        "mxfp4,4.25",
        "nvfp4,4.5"
    })
    void takesSoManyBitsForEachWeight(String name, double bits) {
        TensorType type = TensorType.named(name);
        assertThat(type).hasToString(name);
        assertThat(type.bytes(4096) * 8 / 4096.0).isEqualTo(bits);
    }

    @Test
    void aPartOfABlockCannotBeStored() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TensorType.Q8_0.bytes(33))
                .withMessage("33 elements are not a multiple of the 32 in a block of q8_0");
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TensorType.named("q9_0"));
    }
}
