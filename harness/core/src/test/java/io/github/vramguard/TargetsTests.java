package io.github.vramguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.ProcessTree;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class TargetsTests {

    private static final ProcessHandle SELF = ProcessHandle.current();
    private static final ProcessTree TREE = Targets.tree(SELF.pid());

    @Test
    void whatStandsForAProcessIsItsTree() throws Exception {
        assertThat(Targets.of(SELF)).isEqualTo(TREE);
        assertThat(Targets.of(SELF.pid())).isEqualTo(TREE);
        assertThat(Targets.of((int) SELF.pid())).isEqualTo(TREE);
        assertThat(Targets.of((LongSupplier) SELF::pid)).isEqualTo(TREE);
        assertThat(Targets.of((Supplier<?>) () -> SELF)).isEqualTo(TREE);
        Process child = new ProcessBuilder("/bin/sleep", "60").start();
        assertThat(Targets.of(child)).isEqualTo(Targets.tree(child.pid()));
        child.destroyForcibly();
    }

    @Test
    void aTargetStandsForItself() {
        MemoryTarget target = Targets.thisJvm();
        assertThat(Targets.of(target)).isSameAs(target);
    }

    @Test
    void anythingElseIsRefusedWithWhatIsAccepted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Targets.of("4711"))
                .withMessageStartingWith("java.lang.String cannot be measured; give a MemoryTarget");
        assertThatIllegalArgumentException().isThrownBy(() -> Targets.of((Supplier<?>) () -> null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Targets.of(Integer.MAX_VALUE))
                .withMessage("no process with the id 2147483647 is running");
    }
}
