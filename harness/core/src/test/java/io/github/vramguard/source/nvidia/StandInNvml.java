package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.ProcessAccounting;
import io.github.vramguard.standin.StandIn;
import io.github.vramguard.standin.StandInGpu;
import java.nio.file.Path;
import java.util.Set;

/** NVML with a stand-in for the library, as the tests of this package ask it. */
record StandInNvml(StandIn standIn, FakeMachine machine, Nvml nvml) {

    static final long MIB = 1 << 20;
    static final long SELF = ProcessHandle.current().pid();
    static final String GPU = StandInGpu.of(0, 0).uuid();

    static StandInNvml on(FakeMachine machine, String... hidden) {
        StandIn standIn = StandIn.start(machine.root(), hidden);
        return new StandInNvml(standIn, machine, new Nvml(machine.with(standIn.library())));
    }

    static StandInNvml onHost(Path root, String... hidden) {
        return on(FakeMachine.host(root), hidden);
    }

    StandInNvml set(String key, Object value) {
        standIn.set(key, value);
        return this;
    }

    /** What the first GPU has booked, asked on behalf of this process. */
    ProcessAccounting ledger() {
        return nvml.allocations(Set.of(SELF)).get(GPU).device();
    }

    Reading of(long pid) {
        return ledger().of(Set.of(pid));
    }

    Reading used() {
        return nvml.used().get(GPU);
    }

    static Reason reasonOf(Reading reading) {
        if (reading instanceof Gap gap) {
            return gap.reason();
        }
        throw new AssertionError("no gap: " + reading);
    }
}
