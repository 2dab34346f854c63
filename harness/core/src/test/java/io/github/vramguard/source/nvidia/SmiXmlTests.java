package io.github.vramguard.source.nvidia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmiXmlTests {

    private static final long MIB = 1 << 20;

    private static final String PYTHON = """
            <process_info>
              <gpu_instance_id>N/A</gpu_instance_id>
              <compute_instance_id>N/A</compute_instance_id>
              <pid>29907</pid>
              <type>C</type>
              <process_name>/home/dell/anaconda3/envs/gradpu/bin/python</process_name>
              <used_memory>47119 MiB</used_memory>
            </process_info>
            """;

    private static final String EXPLORER =
            "<process_info><pid>13300</pid><type>C+G</type><process_name>C:\\Windows\\explorer.exe</process_name>"
                    + "<used_memory>N/A</used_memory></process_info>";

    static String gpu(String uuid, String processes) {
        return "<gpu id=\"00000000:01:00.0\">\n<product_name>X</product_name><uuid>" + uuid + "</uuid>\n<processes>"
                + processes + "</processes>\n</gpu>\n";
    }

    private static List<SmiProcess> read(String processes) throws Refusal {
        return SmiXml.processes(gpu("GPU-1", processes)).getOrDefault("GPU-1", List.of());
    }

    @Test
    void aProcessHasMebibytes() throws Refusal {
        assertThat(read(PYTHON)).containsExactly(new SmiProcess("N/A/N/A", 29907, new Bytes(47119 * MIB)));
    }

    @Test
    void aProcessUnderWindowsHasAGap() throws Refusal {
        assertThat(read(EXPLORER))
                .singleElement()
                .extracting(SmiProcess::used)
                .isInstanceOfSatisfying(Gap.class, gap -> {
                    assertThat(gap.reason()).isEqualTo(Reason.NOT_AVAILABLE);
                    assertThat(gap.detail()).contains("explorer.exe");
                });
    }

    @Test
    void eachGpuHasItsOwnProcesses() throws Refusal {
        assertThat(SmiXml.processes(gpu("GPU-1", PYTHON) + gpu("GPU-2", "\n") + gpu("GPU-3", PYTHON + EXPLORER)))
                .containsOnlyKeys("GPU-1", "GPU-2", "GPU-3")
                .containsEntry("GPU-2", List.of())
                .hasEntrySatisfying("GPU-3", list -> assertThat(list).hasSize(2));
    }

    /** A driver printed clocks that are no XML. */
    @Test
    void malformedXmlElsewhereDoesNoHarm() throws Refusal {
        String text = "<?xml version=\"1.0\" ?>\n<!DOCTYPE nvidia_smi_log SYSTEM \"nvsmi_device_v12.dtd\">\n"
                + gpu("GPU-1", PYTHON).replace("<processes>", "<clocks><sm>7 & 8</clocks></sm <><processes>");
        assertThat(SmiXml.processes(text).get("GPU-1")).hasSize(1);
    }

    @Test
    void namesAreUnescaped() throws Refusal {
        assertThat(read(EXPLORER.replace("C:\\Windows\\explorer.exe", "a &lt;b&gt; &quot;c&quot; &amp;lt; &apos;d")))
                .singleElement()
                .extracting(process -> process.used().toString())
                .asString()
                .contains("(a <b> \"c\" &lt; 'd)");
    }

    @Test
    void wordsInPlaceOfAListAreARefusal() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read("Insufficient Permissions"))
                .matches(refusal -> refusal.gap().reason() == Reason.NO_PERMISSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<gpu id=\"x\">",
                "<gpu id=\"x\"><uuid>GPU-1</uuid>",
                "<gpu id=\"x\"><uuid>GPU-1</uuid><processes>",
                "<gpu id=\"x\"><uuid>GPU-1</uuid><processes><process_info><pid>7</pid></processes>",
                "<gpu id=\"x\"><uuid>GPU-1</uuid><processes><process_info></process_info></processes>",
                "<gpu id=\"x\"><processes></processes>"
            })
    void anUnknownFormIsRefused(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SmiXml.processes(text))
                .matches(refusal -> refusal.gap().reason() == Reason.UNPARSABLE);
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            assertThat(SmiXml.processes(gpu("GPU-1", text))).isEqualTo(Map.of("GPU-1", List.of()));
        } catch (Refusal refusal) {
            assertThat(text).isNotBlank();
        }
    }

    @Property(tries = 300)
    void truncatedTextIsReadOrRefused(@ForAll @IntRange(max = 500) int length) {
        String text = gpu("GPU-1", PYTHON);
        try {
            assertThat(SmiXml.processes(text.substring(0, Math.min(length, text.length())))
                            .get("GPU-1"))
                    .containsExactly(new SmiProcess("N/A/N/A", 29907, new Bytes(47119 * MIB)));
        } catch (Refusal refusal) {
            assertThat(refusal.gap().reason()).isEqualTo(Reason.UNPARSABLE);
        }
    }
}
