package io.github.vramguard.source.malloc;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Structure;
import io.github.vramguard.source.linux.NativeCalls;
import java.util.List;
import java.util.Optional;

/** The {@code malloc} of glibc, where this process uses that one. */
final class Glibc {

    /** One symbol of each allocator that is used in place of glibc's: jemalloc, mimalloc, tcmalloc. */
    private static final List<String> OTHER_ALLOCATORS = List.of("mallctl", "mi_malloc", "tc_malloc");

    /** {@code M_MMAP_THRESHOLD} and {@code DEFAULT_MMAP_THRESHOLD} of malloc.h. */
    private static final int MAPPING_THRESHOLD = -3;

    private static final int INITIAL_MAPPING_THRESHOLD = 128 * 1024;

    /**
     * JNA fills its structures by reflection, for which the JDK makes classes of its own after 127 uses of a field, and before JDK 18
     * after 15 of a constructor. They would be in the level of some later cycle.
     */
    private static final int READINGS_TO_WARM_UP = 150;

    private final Function mallinfo2;
    private final Function mallocTrim;
    private final Function mallopt;
    private final Function getpagesize;

    private Glibc(Function mallinfo2, Function mallocTrim, Function mallopt, Function getpagesize) {
        this.mallinfo2 = mallinfo2;
        this.mallocTrim = mallocTrim;
        this.mallopt = mallopt;
        this.getpagesize = getpagesize;
    }

    /**
     * Finds the functions in the global namespace of this process.
     *
     * @throws LinkageError if there is none, or another allocator is in use; the message says which
     */
    static Glibc bind() {
        NativeCalls.obstacle().ifPresent(gap -> {
            throw new UnsatisfiedLinkError(gap.detail());
        });
        if (Native.SIZE_T_SIZE != Long.BYTES) {
            throw new UnsatisfiedLinkError("this is not a 64-bit process");
        }
        NativeLibrary process = NativeLibrary.getProcess();
        Glibc bound = bind(symbol -> find(process, symbol));
        for (int i = 0; i < READINGS_TO_WARM_UP; i++) {
            bound.inUse();
        }
        return bound;
    }

    private static Optional<Function> find(NativeLibrary process, String symbol) {
        try {
            return Optional.of(process.getFunction(symbol));
        } catch (UnsatisfiedLinkError e) {
            return Optional.empty();
        }
    }

    static Glibc bind(Symbols symbols) {
        for (String symbol : OTHER_ALLOCATORS) {
            if (symbols.find(symbol).isPresent()) {
                throw new UnsatisfiedLinkError(
                        "another allocator is loaded (it defines " + symbol + "); run without it, see LD_PRELOAD");
            }
        }
        return new Glibc(
                symbols.get("mallinfo2"),
                symbols.get("malloc_trim"),
                symbols.get("mallopt"),
                symbols.get("getpagesize"));
    }

    /** Looks up functions by name. */
    interface Symbols {

        Optional<Function> find(String symbol);

        private Function get(String symbol) {
            return find(symbol).orElseThrow(() -> new UnsatisfiedLinkError("there is no " + symbol));
        }
    }

    /** Bytes taken and not freed, small blocks and those with a mapping of their own together. */
    long inUse() {
        MallInfo2 answer = (MallInfo2) mallinfo2.invoke(MallInfo2.class, new Object[0]);
        return answer.uordblks + answer.hblkhd;
    }

    /** The bytes of a page of memory. */
    int pageSize() {
        return getpagesize.invokeInt(new Object[0]);
    }

    /**
     * Keeps the size from which a block gets a mapping of its own at where it starts. glibc raises it whenever such a block
     * is freed, so that the same block lies in a mapping in one cycle and in an arena, which releases nothing, in the next.
     */
    void holdMappingThreshold() {
        mallopt.invokeInt(new Object[] {MAPPING_THRESHOLD, INITIAL_MAPPING_THRESHOLD});
    }

    /** Gives free pages back to the system. */
    void trim() {
        mallocTrim.invokeInt(new Object[] {new NativeLong(0)});
    }

    /** {@code struct mallinfo2}, with fields of the width that {@code size_t} has on 64-bit machines. */
    @Structure.FieldOrder({
        "arena",
        "ordblks",
        "smblks",
        "hblks",
        "hblkhd",
        "usmblks",
        "fsmblks",
        "uordblks",
        "fordblks",
        "keepcost"
    })
    public static final class MallInfo2 extends Structure implements Structure.ByValue {
        public long arena;
        public long ordblks;
        public long smblks;
        public long hblks;
        public long hblkhd;
        public long usmblks;
        public long fsmblks;
        public long uordblks;
        public long fordblks;
        public long keepcost;
    }
}
