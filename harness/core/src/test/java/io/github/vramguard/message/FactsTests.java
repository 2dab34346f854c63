package io.github.vramguard.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTests {

    private final Facts facts = new Facts();

    @Test
    void standInAColumnWhateverTheirLabels() {
        facts.add("why", "one");
        facts.add("metaspace", "two");
        facts.add("gpu0-host-memory", "three");

        assertThat(facts).hasToString("  why        one\n  metaspace  two\n  gpu0-host-memory three");
    }

    @Test
    void areLeftOutWhereThereIsNothingToSay() {
        facts.add("why", "");
        facts.add("why", List.of());
        facts.addEach("why", List.of());

        assertThat(facts).hasToString("");
    }

    @Test
    void shareALineAsFarAsTheyFit() {
        facts.add("measured", Collections.nCopies(5, "x".repeat(40)));

        assertThat(facts.toString().lines().toList())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(140))
                .element(1)
                .asString()
                .startsWith("             xxx");
    }

    @Test
    void standOnLinesOfTheirOwnWhereTheyAreStories() {
        facts.addEach("reasons", List.of("heap: not read", "native: too few cycles"));

        assertThat(facts).hasToString("  reasons    heap: not read\n             native: too few cycles");
    }
}
