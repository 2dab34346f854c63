package io.github.vramguard.model;

/** A tensor of a model file: its name and how much memory it takes, in bytes. */
record Tensor(String name, TensorType type, long bytes) {}
