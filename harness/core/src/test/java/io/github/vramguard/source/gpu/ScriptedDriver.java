package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A driver that says what it is told to say. */
public final class ScriptedDriver implements GpuDriver {

    final List<Gpu> gpus = new ArrayList<>();
    public final Map<String, Allocations> allocations = new HashMap<>();
    public final Map<String, Reading> used = new HashMap<>();
    public final Map<String, ProcessAccounting> peaks = new HashMap<>();
    private final String name;
    private final @Nullable Refusal refusal;
    public int lists;
    public boolean includesHostMemory;
    /** What somebody takes more of each device at each look. */
    public long growth;
    /** What the list of GPUs waits for. */
    public CountDownLatch start = new CountDownLatch(0);

    private ScriptedDriver(String name, @Nullable Refusal refusal) {
        this.name = name;
        this.refusal = refusal;
    }

    public static ScriptedDriver refusing(String name, Reading.Reason reason, String detail) {
        return new ScriptedDriver(name, new Refusal(reason, detail));
    }

    /** GPUs that hold nothing. */
    public static ScriptedDriver of(String name, String... ids) {
        ScriptedDriver driver = new ScriptedDriver(name, null);
        for (String id : ids) {
            driver.gpus.add(new Gpu(id, "Card", OptionalLong.of(8L << 30)));
            driver.holds(id, Map.of());
            driver.used.put(id, new Bytes(0));
        }
        return driver;
    }

    public void holds(String id, Map<Long, Reading> entries) {
        allocations.put(id, Allocations.of(ProcessAccounting.complete(entries)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return "Scripted " + name;
    }

    @Override
    public List<Gpu> gpus() throws Refusal {
        lists++;
        await();
        if (refusal != null) {
            throw refusal;
        }
        return gpus;
    }

    private void await() {
        try {
            if (!start.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never started");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Map<String, Allocations> allocations(Set<Long> pids) {
        return Map.copyOf(allocations);
    }

    @Override
    public boolean allocationsDisturb() {
        return true;
    }

    @Override
    public boolean includesHostMemory() {
        return includesHostMemory;
    }

    @Override
    public Map<String, Reading> used() {
        used.replaceAll((id, reading) -> reading instanceof Bytes bytes ? new Bytes(bytes.value() + growth) : reading);
        return Map.copyOf(used);
    }

    @Override
    public Map<String, ProcessAccounting> peaks(Set<Long> pids) {
        return Map.copyOf(peaks);
    }
}
