package io.github.vramguard.cli.model;

import io.github.vramguard.model.TensorType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A type of cache by its name in llama.cpp. */
final class CacheType implements ITypeConverter<TensorType> {

    @Override
    public TensorType convert(String name) {
        try {
            return TensorType.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(String.valueOf(unknown.getMessage()));
        }
    }
}
