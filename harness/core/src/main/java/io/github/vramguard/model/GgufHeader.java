package io.github.vramguard.model;

import java.util.List;

/** The header of a model file, or of all files of a split model: its metadata and its tensors. */
record GgufHeader(Metadata metadata, List<Tensor> tensors) {}
