package io.github.vramguard.cli.model;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many layers are on the GPU, written as for llama-server. */
record GpuLayers(int count) {

    static final GpuLayers ALL = new GpuLayers(Integer.MAX_VALUE);

    /** From a number or a word. */
    static final class Converter implements ITypeConverter<GpuLayers> {

        @Override
        public GpuLayers convert(String text) {
            if (text.matches("all|auto|-1")) {
                return ALL;
            }
            if (text.matches("\\d{1,9}")) {
                return new GpuLayers(Integer.parseInt(text));
            }
            throw new TypeConversionException("\"" + text + "\" is neither a number of layers nor all, auto or -1");
        }
    }
}
