package io.github.vramguard.model;

import java.util.List;

/** Contexts at the limits of what can be asked for. */
final class HostileSettings {

    static final List<ContextSettings> ALL = List.of(
            ContextSettings.of(8192),
            ContextSettings.of(0),
            new ContextSettings(
                    Integer.MAX_VALUE, 256, true, Integer.MAX_VALUE, TensorType.F32, TensorType.F32, true, false),
            new ContextSettings(1, 256, false, 1, TensorType.Q8_0, TensorType.IQ4_NL, false, true));

    private HostileSettings() {}
}
