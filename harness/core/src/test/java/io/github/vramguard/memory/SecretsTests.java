package io.github.vramguard.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET http://user:s3cret@host/v1                   | GET http://***@host/v1
            http://user:s3@cret@host/                        | http://***@host/
            curl -H 'Authorization: Bearer s3cret' host      | curl -H 'Authorization: Bearer ***' host
            {"Authorization":"Bearer s3cret"}                | {"Authorization":"Bearer ***"}
            authorization: s3cret                            | authorization: ***
            {"api_key": "s3cret", "n": 1}                    | {"api_key": "***", "n": 1}
            {"token":"s3cret"}                               | {"token":"***"}
            x-api-key: s3cret                                | x-api-key: ***
            Unknown options: '--api-key', 's3cret'           | Unknown options: '--api-key', '***'
            llama-server --hf-token s3cret -c 1              | llama-server --hf-token *** -c 1
            llama-server -hft s3cret -c 1                    | llama-server -hft *** -c 1
            HF_TOKEN=s3cret curl                             | HF_TOKEN=*** curl
            http://host/m?a=1&token=s3cret&b=2               | http://host/m?a=1&token=***&b=2
            Incorrect API key provided: sk-4711s3cret        | Incorrect API key provided: ***
            """)
    void aSecretIsHidden(String text, String shown) {
        assertThat(Secrets.without(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://localhost:8080/props?model=tiny&autoload=false: status 404",
                "model.gguf at byte 12, tokenizer.ggml.tokens: expected a list, found 3",
                "model.gguf has no key llama.attention.head_count",
                "llama-server --max-tokens 512 --api-key-file /etc/key",
                "give Ollama the API key that it was started with",
                "the API key has blanks, line breaks or other characters that are not allowed in a header",
                "each token 128 KiB",
                "user@host: no such file",
                "--api-key-env: the environment variable KEY is not set"
            })
    void whatIsNoSecretIsLeftAsItIs(String text) {
        assertThat(Secrets.without(text)).isEqualTo(text);
    }

    @Test
    void theQueryOfAnAddressMayBeASignature() {
        assertThat(Secrets.withoutQuery("https://hub.example/m.gguf?X-Any=s3cret"))
                .isEqualTo("https://hub.example/m.gguf?***");
        assertThat(Secrets.withoutQuery("/models/what?.gguf")).isEqualTo("/models/what?.gguf");
    }

    @Test
    void argumentsAreKeptWithoutSecretValues() {
        assertThat(Secrets.withoutValues(List.of("x", "--api-key", "s3cret", "--hf-token=s3cret", "-c", "1")))
                .containsExactly("x", "--api-key", "--hf-token", "-c", "1");
    }
}
