package io.github.vramguard.realserver;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** The memory that a real llama-server says it takes, in MiB. */
record PrintedSizes(String log) {

    private static final String LAST = "model loaded";

    /** What a server prints until it answers. It reads all weights to buffers of their own, as they are in the file. */
    static PrintedSizes of(RealLlamaServer server) throws IOException {
        try (ServerProcess running = server.with("-v", "-fit", "off", "--no-warmup")
                .with("--load-mode", "none", "--no-repack")
                .asProcess()) {
            return new PrintedSizes(await().until(running::log, log -> log.contains(LAST)));
        }
    }

    BigDecimal weights() {
        return sum("load_tensors: .* model buffer size");
    }

    BigDecimal cache() {
        return sum("llama_kv_cache: size");
    }

    BigDecimal state() {
        return sum("llama_memory_recurrent: size");
    }

    BigDecimal output() {
        return sum("output buffer size");
    }

    BigDecimal compute() {
        return sum("sched_reserve: .* compute buffer size");
    }

    private BigDecimal sum(String what) {
        return Pattern.compile(what + " = +([0-9.]+) MiB")
                .matcher(log)
                .results()
                .map(size -> new BigDecimal(size.group(1)))
                .reduce(mib(0), BigDecimal::add);
    }

    /** As C prints it: ties to even. */
    static BigDecimal mib(long bytes) {
        return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1 << 20)).setScale(2, RoundingMode.HALF_EVEN);
    }
}
