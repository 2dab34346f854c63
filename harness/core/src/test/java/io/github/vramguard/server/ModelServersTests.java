package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelServersTests {

    private static final URI ADDRESS = URI.create("http://localhost:8080/");

    @ParameterizedTest
    @EnumSource
    void aServerIsNamedByItsProductAndAddress(Product product) {
        assertThat(product.at(ADDRESS, Deadlines.standard()).name())
                .isEqualTo(product.title() + " at http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://localhost", "http:/models", "", "//localhost:8080"})
    void whatIsNoAddressOfAServerIsRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connection.to(URI.create(address)))
                .withMessage("\"" + address + "\" is not the address of a server; write it like http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void aDeadlineIsInTheFuture(long seconds) {
        Duration wait = Duration.ofSeconds(seconds);
        Duration second = Duration.ofSeconds(1);

        assertThatIllegalArgumentException().isThrownBy(() -> new Deadlines(wait, second, second, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new Deadlines(second, second, second, wait));
    }

    @Test
    void anExcerptIsOneShortLineWithoutCommandsForATerminal() {
        assertThat(ServerError.excerpt(" a\r\n\tb\u001b[31m\u0000c ")).isEqualTo("a b [31m c");
        assertThat(ServerError.excerpt("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(ServerError.excerpt("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
    }
}
