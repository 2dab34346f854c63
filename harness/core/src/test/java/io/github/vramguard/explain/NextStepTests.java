package io.github.vramguard.explain;

import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.OneRunRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gpu0      | close the model, its sessions and contexts on every path, also after a failure
                    heap      | jcmd PID GC.class_histogram, twice while the test runs again, shows the class that grows
                    direct    | release the buffers, or drop the last reference to them
                    metaspace | jcmd PID VM.classloaders, while the test runs again, shows the class loaders that remain
                    native    | async-profiler with event=nativemem names the allocating call
                    resident  | /proc/PID/smaps, twice while the test runs again, shows the mapping that grows
                    container | docker top, or cgroup.procs of its group, lists its processes; watch them one by one
                    children  | pgrep --parent PID --list-full, while the test runs again, lists the process that remains
                    threads   | jcmd PID Thread.print, while the test runs again, lists the threads that remain
                    files     | ls -l /proc/PID/fd, while the test runs again, lists the files that remain open
                    """)
    void namesTheToolThatShowsMore(String pool, String step) {
        assertThat(next(Pool.named(pool), Origin.exact("a ledger"))).containsExactly(step);
    }

    @Test
    void thereIsOneForEachPool() {
        assertThat(Pool.all()).allSatisfy(pool -> assertThat(next(pool, Origin.exact("a ledger")))
                .isNotEmpty());
    }

    @Test
    void aMixedReadingOfNativeMemoryCanBeMadeFiner() {
        assertThat(next(Pool.NATIVE, Origin.mixed("mallinfo2")))
                .hasSize(2)
                .contains("-XX:NativeMemoryTracking=summary excludes the JVM's own memory from the reading");
        assertThat(next(Pool.RESIDENT, Origin.mixed("/proc"))).hasSize(1);
    }

    private static List<String> next(Pool pool, Origin origin) {
        return next(trace().with(pool, origin, 1, 2).build(), pool);
    }

    private static List<String> next(Trace trace, Pool pool) {
        return OneRunRule.standard().judge(trace).pools().stream()
                .filter(verdict -> verdict.pool().equals(pool))
                .map(verdict -> NextStep.of(trace, verdict))
                .findFirst()
                .orElseThrow();
    }
}
