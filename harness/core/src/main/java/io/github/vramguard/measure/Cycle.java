package io.github.vramguard.measure;

import io.github.vramguard.memory.TokenCache;
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
     * Take a snapshot now and say how many tokens the context holds, so that growth from one such mark to the next can be
     * compared with what the tokens take. After the load that is 0.
     *
     * @param name for instance {@code turn}
     * @param tokens how many tokens the context holds now, those of prompts and of answers
     * @throws IllegalArgumentException if the number is negative
     */
    public void mark(String name, long tokens) {
        if (tokens < 0) {
            throw new IllegalArgumentException("the context cannot hold " + tokens + " tokens");
        }
        trace = meter.expecting(trace).with(name, tokens, meter.now());
    }

    /**
     * Say what each token is expected to take, where it cannot be seen from the command line of a running llama-server.
     *
     * @param cache what the file of the model says: {@code Model.read(file).cache(settings).ofTokens()}
     */
    public void expect(TokenCache cache) {
        trace = trace.expecting(cache);
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
