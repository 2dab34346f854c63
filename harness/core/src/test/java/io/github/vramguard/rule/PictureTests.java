package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.verdict.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PictureTests {

    @ParameterizedTest
    @FieldSource("io.github.vramguard.rule.Picture#ALL")
    void whatIsDrawnIsJudgedAsItSays(Picture picture) {
        assertThat(SeriesRule.judge(picture.levels(), picture.sensitivity()).shape())
                .isEqualTo(picture.shape());
    }

    @ParameterizedTest
    @FieldSource("io.github.vramguard.rule.Picture#ALL")
    void theDocumentationHasThisDrawing(Picture picture) {
        assertThat(picture.file()).hasContent(picture.drawn());
    }

    @Test
    void everyShapeIsDrawn() {
        assertThat(Picture.ALL).extracting(Picture::shape).containsExactly(Shape.values());
    }
}
