package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.Reading;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Passes each question on to another driver; a subclass does some of it in its own way. */
abstract class DelegatingDriver implements GpuDriver {

    private final GpuDriver driver;

    DelegatingDriver(GpuDriver driver) {
        this.driver = driver;
    }

    @Override
    public final String name() {
        return driver.name();
    }

    @Override
    public final String title() {
        return driver.title();
    }

    @Override
    public final boolean allocationsDisturb() {
        return driver.allocationsDisturb();
    }

    @Override
    public final boolean includesHostMemory() {
        return driver.includesHostMemory();
    }

    @Override
    public final String branch() {
        return driver.branch();
    }

    @Override
    public List<Gpu> gpus() throws Refusal {
        return driver.gpus();
    }

    @Override
    public Map<String, Allocations> allocations(Set<Long> pids) {
        return driver.allocations(pids);
    }

    @Override
    public Map<String, Reading> used() {
        return driver.used();
    }

    @Override
    public Map<String, ProcessAccounting> peaks(Set<Long> pids) {
        return driver.peaks(pids);
    }

    @Override
    public final List<String> weaknesses() {
        return driver.weaknesses();
    }
}
