package io.github.vramguard.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How the numbers of a tensor are stored: in blocks of so many elements that take so many bytes together. The ids and
 * sizes are those of {@code enum ggml_type} and its traits in llama.cpp v0.5.0 ({@code ggml/include/ggml.h},
 * {@code ggml/src/ggml.c}); types that it removed are missing.
 *
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public enum TensorType {
    F32(0, 1, 4),
    F16(1, 1, 2),
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q5_0(6, 32, 22),
    Q5_1(7, 32, 24),
    Q8_0(8, 32, 34),
    Q8_1(9, 32, 36),
    Q2_K(10, 256, 84),
    Q3_K(11, 256, 110),
    Q4_K(12, 256, 144),
    Q5_K(13, 256, 176),
    Q6_K(14, 256, 210),
    Q8_K(15, 256, 292),
    IQ2_XXS(16, 256, 66),
    IQ2_XS(17, 256, 74),
    IQ3_XXS(18, 256, 98),
    IQ1_S(19, 256, 50),
    IQ4_NL(20, 32, 18),
    IQ3_S(21, 256, 110),
    IQ2_S(22, 256, 82),
    IQ4_XS(23, 256, 136),
    I8(24, 1, 1),
    I16(25, 1, 2),
    I32(26, 1, 4),
    I64(27, 1, 8),
    F64(28, 1, 8),
    IQ1_M(29, 256, 56),
    BF16(30, 1, 2),
    TQ1_0(34, 256, 54),
    TQ2_0(35, 256, 66),
    MXFP4(39, 32, 17),
    NVFP4(40, 64, 36),
    Q1_0(41, 128, 18),
    Q2_0(42, 64, 18);

    private final int id;
    private final int blockElements;
    private final int blockBytes;

    TensorType(int id, int blockElements, int blockBytes) {
        this.id = id;
        this.blockElements = blockElements;
        this.blockBytes = blockBytes;
    }

    static Optional<TensorType> withId(int id) {
        return Arrays.stream(values()).filter(type -> type.id == id).findFirst();
    }

    /**
     * The type with a name as llama.cpp prints and reads it.
     *
     * @param name for instance {@code q8_0}
     * @return the type
     * @throws IllegalArgumentException if there is none with this name
     */
    public static TensorType named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is not a type of tensor"));
    }

    /**
     * The memory of consecutive elements.
     *
     * @param elements a multiple of {@link #blockElements()}
     * @return their size in bytes
     * @throws IllegalArgumentException if the elements do not fill their blocks
     * @throws ArithmeticException if the size exceeds 2⁶³ − 1
     */
    public long bytes(long elements) {
        if (elements % blockElements != 0) {
            throw new IllegalArgumentException(
                    elements + " elements are not a multiple of the " + blockElements + " in a block of " + this);
        }
        return Math.multiplyExact(elements / blockElements, (long) blockBytes);
    }

    /**
     * The elements that are quantized together.
     *
     * @return 1 where each element stands for itself
     */
    public int blockElements() {
        return blockElements;
    }

    /**
     * Whether elements share a scale.
     *
     * @return false for plain numbers
     */
    public boolean isQuantized() {
        return blockElements > 1;
    }

    /** The name as llama.cpp prints it, for instance {@code q8_0} and {@code q4_K}. */
    @Override
    public String toString() {
        String name = name().toLowerCase(Locale.ROOT);
        return name.endsWith("_k") ? name.replace("_k", "_K") : name;
    }
}
