package io.github.vramguard.cli.series;

import static io.github.vramguard.cli.series.Written.read;
import static io.github.vramguard.cli.series.Written.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,pool,values\na,heap,1;2;3\n",
                "id,pool,v0;v1;v2\na,heap,1;2;3\n",
                "id,class,pool,leaky,leak_bytes_per_cycle,values\na,heap_flat,heap,0,0,1;2;3\n",
                "values,pool,id,note\r\n1;2;3,heap,a,\"late, at night\"\r\n",
                "\uFEFFid, pool, values\na, heap, 1; 2; 3\n",
                "# recorded by hand\n\nid,pool,values\n\n\"a\",\"heap\",\"1;2;3\"\n",
            })
    void columnsAreFoundByTheirNames(String text) {
        assertThat(read(text)).containsExactly(series("a", "heap", "1 2 3"));
    }

    @Test
    void theQualityIsReadIfThereIsAColumnForIt() {
        assertThat(read("id,quality,pool,values\na,mixed,gpu0,1\nb,exact,gpu0,1\nc,,gpu0,1\n"))
                .extracting(Series::quality)
                .containsExactly(Quality.MIXED, Quality.EXACT, Quality.EXACT);
    }

    @Test
    void theOldNameOfTheColumnIsRefusedWithTheNewOne() {
        assertThatThrownBy(() -> read("id,signal,values\na,heap,1;2\n"))
                .isInstanceOf(BadInput.class)
                .hasMessage("input, line 1: the column signal is called pool, with the name of a pool in it");
    }

    @Test
    void eachLineIsASeriesOfItsOwn() {
        assertThat(read("id,pool,values\na,heap,1;2\n#b,threads,7\n,resident,3;4\n"))
                .containsExactly(
                        series("a", "heap", "1 2"), series("#b", "threads", "7"), series("", "resident", "3 4"));
    }

    @Test
    void anEmptyValueAndTheWordGapAreGaps() {
        assertThat(read("id,pool,values\na,heap,1;;gap;4;\nb,heap,\n"))
                .containsExactly(series("a", "heap", "1 gap gap 4 gap"), series("b", "heap", "gap"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,vrm,1;2     | \"vrm\" is not a pool; there are gpu0, gpu1,",
                "a,heap,1;x;2  | \"x\" is not a level; write a number,",
                "a,heap,1;-1;2 | \"-1\" is no level; write gap",
                "a,heap        | \"a,heap\" has 2 cells; the header has 3",
                "a,heap,1,2    | \"a,heap,1,2\" has 4 cells; the header has 3",
                "a,heap,\"1    | a quoted cell does not end on its line",
            })
    void aBadLineIsRefusedWithItsNumber(String line, String problem) {
        assertThatThrownBy(() -> read("id,pool,values\nfine,heap,1;2\n" + line + "\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("input, line 3: " + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,pool,values",
                "id,unit,values",
                "id,pool,levels",
                "id,pool",
                "memory.used [MiB]",
                "GPU-1ffe36ef-ac55-60ad-f9cf-623871e7736d, 29907, 47119",
                "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver."
            })
    void whatIsNoKnownFormatIsNotGuessed(String first) {
        assertThatThrownBy(() -> read(first + "\na,heap,1;2\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("input, line 1: \"" + first.substring(0, Math.min(60, first.length())))
                .hasMessageContaining(
                        "does not begin a known format; accepted are CSV with a header that names id,"
                                + " pool and values, a column of numbers, what vramguard watch --csv writes, or what nvidia-smi");
    }

    @Property(tries = 300)
    void whatIsWrittenAsCsvIsReadBack(@ForAll("recorded") List<Series> all) {
        String csv = all.stream().map(CsvFormatTests::line).collect(Collectors.joining("\n"));

        assertThat(read("id,pool,quality,values\n" + csv)).isEqualTo(all);
    }

    private static String line(Series series) {
        String values = series.values().stream()
                .map(value -> value.isPresent() ? Double.toString(value.getAsDouble()) : "")
                .collect(Collectors.joining(";"));
        return "\"" + series.id().replace("\"", "\"\"") + "\"," + series.pool() + ","
                + series.quality().name().toLowerCase(Locale.ROOT) + "," + values;
    }

    @Provide
    Arbitrary<List<Series>> recorded() {
        Arbitrary<String> id = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12);
        Arbitrary<Pool> pool =
                Arbitraries.of("gpu0", "native", "resident", "gpu7", "threads").map(Pool::named);
        Arbitrary<OptionalDouble> level = Arbitraries.longs()
                .between(0, 1L << 40)
                .map(bytes -> OptionalDouble.of(bytes / 8.0))
                .injectNull(0.1)
                .map(value -> value == null ? OptionalDouble.empty() : value);
        return Combinators.combine(
                        id,
                        pool,
                        Arbitraries.of(Quality.values()),
                        level.list().ofMinSize(1).ofMaxSize(30))
                .as(Series::new)
                .list()
                .ofMaxSize(5);
    }
}
