package io.github.vramguard.testcontainers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;

class DockerConditionTests {

    @Test
    void theImageIsTheOneThatThisVersionOfTestcontainersStarts() throws IOException {
        try (InputStream code =
                GenericContainer.class.getResourceAsStream("/org/testcontainers/utility/RyukContainer.class")) {
            assertThat(new String(code.readAllBytes(), ISO_8859_1)).contains(DockerCondition.RYUK);
        }
    }
}
