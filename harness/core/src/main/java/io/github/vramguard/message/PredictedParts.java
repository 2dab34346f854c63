package io.github.vramguard.message;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.model.ByteRange;
import io.github.vramguard.model.DeviceFootprint;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What a device was predicted to hold, part by part, and what that leaves unexplained of a peak over the budget. */
final class PredictedParts {

    private final List<String> parts = new ArrayList<>();

    private PredictedParts() {}

    static List<String> of(DeviceFootprint predicted, Verdict verdict) {
        PredictedParts parts = new PredictedParts();
        parts.add("weights", predicted.weightsBytes());
        parts.add("KV", predicted.kvBytes());
        parts.add("state", predicted.stateBytes());
        parts.add("compute", predicted.compute());
        parts.add("GPU context", predicted.context());
        if (verdict instanceof Verdict.Failed failed) {
            failed.findings().forEach(finding -> parts.addRest(finding, predicted));
        }
        return parts.parts;
    }

    private void add(String part, long bytes) {
        if (bytes != 0) {
            parts.add(part + " " + new ByteSize(bytes));
        }
    }

    private void add(String part, ByteRange range) {
        parts.add(part + " " + new ByteSize(range.least()) + " to " + new ByteSize(range.most()));
    }

    private void addRest(Finding finding, DeviceFootprint predicted) {
        if (finding instanceof Finding.OverBudget over) {
            parts.add("unexplained " + new ByteSize(over.peak() - predicted.bytes()) + " on " + over.pool());
        }
    }
}
