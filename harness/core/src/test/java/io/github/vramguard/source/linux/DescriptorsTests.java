package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorsTests {

    @TempDir
    Path process;

    private void open(String descriptor, String target) throws IOException {
        Files.createSymbolicLink(Files.createDirectories(process.resolve("fd")).resolve(descriptor), Path.of(target));
    }

    @Test
    void eachDescriptorLeadsSomewhere() throws IOException {
        open("0", "/dev/null");
        open("7", "socket:[4711]");
        assertThat(new Descriptors(process).targets())
                .containsExactlyInAnyOrderEntriesOf(Map.of("0", "/dev/null", "7", "socket:[4711]"));
        assertThat(new Descriptors(process).count()).hasValue(2);
    }

    @Test
    void aProcessThatCannotBeLookedIntoIsAnErrorAndNotEmpty() {
        assertThatThrownBy(new Descriptors(process)::targets).isInstanceOf(IOException.class);
        assertThat(new Descriptors(process).count()).isEmpty();
    }
}
