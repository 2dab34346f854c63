package io.github.vramguard.server;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How full the KV cache of vLLM is, from its metrics in the format of Prometheus. */
final class VllmCache {

    private static final Pattern USAGE =
            Pattern.compile("^vllm:kv_cache_usage_perc(?:\\{.*})? ([0-9.eE+-]+)$", Pattern.MULTILINE);
    private static final Pattern CONFIGURATION = Pattern.compile("^vllm:cache_config_info\\{.*", Pattern.MULTILINE);
    private static final Pattern BLOCKS = Pattern.compile("[{,]num_gpu_blocks=\"(\\d{1,9})\"");
    private static final Pattern BLOCK_SIZE = Pattern.compile("[{,]block_size=\"(\\d{1,9})\"");

    private VllmCache() {}

    /** The tokens of all engines, in whole blocks; empty if one of the numbers is missing. */
    static OptionalLong tokens(String metrics) {
        Matcher configuration = CONFIGURATION.matcher(metrics);
        OptionalDouble usage = USAGE.matcher(metrics)
                .results()
                .mapToDouble(sample -> number(sample.group(1)))
                .reduce(Double::sum);
        if (!configuration.find() || usage.isEmpty() || Double.isNaN(usage.getAsDouble())) {
            return OptionalLong.empty();
        }
        OptionalLong blocks = label(BLOCKS, configuration.group());
        OptionalLong size = label(BLOCK_SIZE, configuration.group());
        return blocks.isPresent() && size.isPresent()
                ? OptionalLong.of(Math.round(usage.getAsDouble() * blocks.getAsLong()) * size.getAsLong())
                : OptionalLong.empty();
    }

    private static OptionalLong label(Pattern name, String labels) {
        Matcher label = name.matcher(labels);
        return label.find() ? OptionalLong.of(Long.parseLong(label.group(1))) : OptionalLong.empty();
    }

    private static double number(String written) {
        try {
            return Double.parseDouble(written);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
