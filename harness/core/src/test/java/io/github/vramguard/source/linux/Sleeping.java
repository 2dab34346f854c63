package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static org.awaitility.Awaitility.await;

import java.io.File;

/** A child that a shell has started. The shell tells its number before it becomes the program that it will be. */
final class Sleeping {

    private Sleeping() {}

    /** The same number, once the process is {@code sleep}. */
    static long awaited(long pid) {
        File name = new File("/proc/" + pid + "/comm");
        await().untilAsserted(() -> assertThat(contentOf(name)).isEqualTo("sleep\n"));
        return pid;
    }
}
