package io.github.vramguard.measure;

import io.github.vramguard.memory.Trace;

/** One counted round trip of load, use and unload, while it runs. */
public final class Cycle {

    private final int number;
    private final Meter meter;
    private Trace trace;
    private String key = "";

    Cycle(int number, Meter meter, Trace trace) {
        this.number = number;
        this.meter = meter;
        this.trace = trace;
    }

    /**
     * The position of this cycle.
     *
     * @return 1 for the first
     */
    public int number() {
        return number;
    }

    /**
     * Take a snapshot now and give it a name in the trace.
     *
     * @param name for instance {@code loaded}
     */
    public void mark(String name) {
        trace = trace.with(name, meter.now());
    }

    /**
     * Say what this cycle works with, where that changes from cycle to cycle: a leak is then told of the key whose cycles
     * leak.
     *
     * @param name for instance the name of a model
     */
    public void key(String name) {
        key = name;
    }

    String key() {
        return key;
    }

    Trace trace() {
        return trace;
    }
}
