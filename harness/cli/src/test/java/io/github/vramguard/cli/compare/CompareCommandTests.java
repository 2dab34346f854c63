package io.github.vramguard.cli.compare;

import static io.github.vramguard.run.Measured.GPU_MACHINE;
import static io.github.vramguard.run.Measured.gap;
import static io.github.vramguard.run.Measured.pool;
import static io.github.vramguard.run.Measured.run;
import static io.github.vramguard.run.Measured.test;
import static io.github.vramguard.run.Result.FAILED;
import static io.github.vramguard.run.Result.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import io.github.vramguard.run.RunFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code vramguard compare}. */
class CompareCommandTests extends TwoSides {

    private static final long MIB = 1 << 20;

    private static Run before() {
        return run(
                test("A#a()", PASSED, pool(Pool.HEAP, 0), pool(Pool.gpu(0), 0)),
                test("A#b()", PASSED, pool(Pool.HEAP, 20 * MIB), pool(Pool.gpu(0), 0)),
                test("A#old()", PASSED));
    }

    private static Run now() {
        return run(
                test("A#a()", FAILED, pool(Pool.HEAP, 8 * MIB), gap(Pool.gpu(0), "no driver")),
                test("A#b()", PASSED, pool(Pool.HEAP, 0), gap(Pool.gpu(0), "no driver")),
                test("A#new()", PASSED));
    }

    @Test
    void whatIsWorseComesFirstAndFails() throws IOException {
        assertThat(compare(before(), now())).isEqualTo(1);
        assertThat(out).hasToString("""
                worse  A#a() @NoLeak
                    passed before, failed now: @NoLeak A#a(): FAILED
                    heap residual         0 B -> 8 MiB       +8 MiB
                better  A#b() @NoLeak
                    heap residual      20 MiB -> 0 B         -20 MiB
                not measured  2 tests
                    gpu0 residual  no driver
                new  A#new() @NoLeak
                    passed
                gone  A#old() @NoLeak
                    renamed to A#new() @NoLeak?
                memory got worse: 2 amounts, 1 run before and 1 now
                """);
    }

    @Test
    void theSameIsALineAndNoFailure() throws IOException {
        assertThat(compare(before(), before())).isZero();
        assertThat(out).hasToString("nothing is worse: 4 amounts, 1 run before and 1 now\n");
    }

    @Test
    void repeatedRunsGiveARange() throws IOException {
        for (int i = 1; i <= 3; i++) {
            new RunDirectory(folder.resolve("base/" + i)).write(run(test("A#a()", PASSED, pool(Pool.HEAP, i))));
            new RunDirectory(folder.resolve("head/" + i))
                    .write(run(test("A#a()", PASSED, pool(Pool.HEAP, i * 8 * MIB))));
        }

        assertThat(compare()).isEqualTo(1);
        assertThat(out.toString()).contains("+16 MiB (+8 MiB to +24 MiB)", "1 amount, 3 runs before and 3 now");
    }

    @Test
    void markdownIsATableInWhichNamesCannotDoHarm() throws IOException {
        Path markdown = folder.resolve("summary.md");
        Run named = run(test("A#`|<b>()", PASSED, pool(Pool.HEAP, 0)));
        Run leaky = run(test("A#`|<b>()", PASSED, pool(Pool.HEAP, 8 * MIB)), test("@someone", FAILED));

        assertThat(compare(named, leaky, "--markdown", markdown.toString())).isEqualTo(1);
        assertThat(markdown).hasContent("""
                ### ❌ VramGuard: memory got worse: 1 amount, 1 run before and 1 now

                | | test | pool | before | now | difference |
                |---|---|---|---:|---:|---|
                | worse | <code>&#64;someone &#64;NoLeak</code> |  |  |  | new and failed: &#64;NoLeak &#64;someone: FAILED |
                | worse | <code>A&#35;&#96;&#124;&#60;b&#62;() &#64;NoLeak</code> | heap residual | 0 B | 8 MiB | +8 MiB |
                """);
    }

    @Test
    void jsonHasAllThatDiffers() throws IOException {
        assertThat(compare(before(), now(), "--json")).isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("worse").booleanValue()).isTrue();
        assertThat(json.get("compared").longValue()).isEqualTo(2);
        assertThat(json.get("tests")).hasSize(3);
        assertThat(json.get("amounts")).hasSize(4);
        JsonNode heap = json.get("amounts").get(0);
        assertThat(heap.at("/test/id").textValue()).isEqualTo("A#a()");
        assertThat(heap.at("/test/check").textValue()).isEqualTo("@NoLeak");
        assertThat(heap.get("change").textValue()).isEqualTo("WORSE");
        assertThat(heap.get("head").get(0).longValue()).isEqualTo(8 * MIB);
        assertThat(heap.get("shift")).hasSize(3);
    }

    @Test
    void theSamePoolOnTwoMachinesIsToldApart() throws IOException {
        for (String side : List.of("base", "head")) {
            long heap = side.equals("base") ? 0 : 8 * MIB;
            new RunDirectory(folder.resolve(side + "/1")).write(run(test("A#a()", PASSED, pool(Pool.HEAP, heap))));
            new RunDirectory(folder.resolve(side + "/2"))
                    .write(run(GPU_MACHINE, 1, test("A#a()", PASSED, pool(Pool.HEAP, heap))));
        }

        assertThat(compare()).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "heap residual on " + GPU_MACHINE.name() + " ",
                        "heap residual on " + RunFixture.MACHINE.name() + " ");
    }

    @Test
    void noTerminalObeysTheNameOfAPool() throws IOException {
        Pool hostile = Pool.recorded("heap\u001b[2J", Pool.Unit.BYTES);

        assertThat(compare(
                        run(test("A#a()", PASSED, pool(hostile, 0))),
                        run(test("A#a()", PASSED, pool(hostile, 80 * MIB)))))
                .isEqualTo(1);
        assertThat(out.toString()).contains("heap?[2J residual").doesNotContain("\u001b");
    }
}
