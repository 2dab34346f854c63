package io.github.vramguard.run;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTests {

    private static List<Quantity> quantities(Origin origin) {
        MeasuredTest test = RunFixture.leakTest(
                "loads", trace().with(Pool.gpu(0), origin, flat(1 << 30, 12)).build());
        return Figure.of(RunFixture.run(test)).map(Figure::quantity).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "NVML, H200 GPU-604ac76c, NVML, H200 GPU-604ac76c, true",
        "NVML, H200 GPU-604ac76c, NVML, H200 GPU-11111111, true",
        "NVML, H200 GPU-604ac76c, nvidia-smi, H200 GPU-604ac76c, false",
    })
    void amountsOfEqualCardsAreComparedAndThoseOfTwoSourcesAreNot(
            String source, String card, String otherSource, String otherCard, boolean compared) {
        Origin one = new Origin(source, card, Quality.EXACT, OptionalLong.empty());
        Origin other = new Origin(otherSource, otherCard, Quality.EXACT, OptionalLong.empty());

        assertThat(quantities(one)).hasSize(2);
        assertThat(quantities(one).equals(quantities(other))).isEqualTo(compared);
    }
}
