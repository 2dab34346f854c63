package io.github.vramguard.measure;

import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One counted round trip of load, use and unload, while it runs.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
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
     * Returns the position of this cycle.
     *
     * @return 1 for the first
     */
    public int number() {
        return number;
    }

    /**
     * Takes a snapshot now and gives it a name in the trace.
     *
     * @param name for instance {@code loaded}
     */
    public void mark(String name) {
        trace = trace.with(name, meter.now());
    }

    /**
     * Takes a snapshot now, with the number of tokens in the context, so that growth between two such marks can be compared
     * with the memory that the tokens take. The number after the load is 0.
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
     * Sets the memory that each token is expected to take. A running llama-server needs no such call: its command line names
     * the model.
     *
     * @param cache what the file of the model says: {@code Model.read(file).cache(settings).ofTokens()}
     */
    public void expect(TokenCache cache) {
        trace = trace.expecting(cache);
    }

    /**
     * Sets what this cycle works with, if that changes from cycle to cycle. If only the cycles of one key leak, the message
     * names the key.
     *
     * @param name for instance the name of a model
     */
    public void key(String name) {
        key = name;
    }

    String key() {
        return key;
    }

    /**
     * Returns what was measured until now.
     *
     * @return the levels before this cycle, and the marks within it
     */
    @API(status = Status.INTERNAL, since = "0.1.0")
    public Trace trace() {
        return trace;
    }
}
