package io.github.vramguard.server;

import io.github.vramguard.memory.Secrets;
import java.net.URI;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a server is reached.
 *
 * @param address for instance {@code http://localhost:11434}
 * @param deadlines how long it may take
 * @param apiKey what every request carries as {@code Authorization: Bearer}; empty for none
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record Connection(URI address, Deadlines deadlines, String apiKey) {

    /**
     * Checks the address and the key.
     *
     * @throws IllegalArgumentException if the address is not an {@code http} or {@code https} URL, has a user, a query or a
     *     fragment, or the key has characters that are not allowed in a header
     */
    public Connection {
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("\"" + Secrets.withoutQuery(address.toString())
                    + "\" is not the address of a server; write it like http://localhost:8080");
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException("the address of the server at " + address.getHost()
                    + " has a user, a query or a fragment, which are not sent; write it like http://localhost:8080, and give"
                    + " a key as the API key (--api-key-env)");
        }
        if (!apiKey.matches("[!-~]*")) {
            throw new IllegalArgumentException(
                    "the API key has blanks, line breaks or other characters that are not allowed in a header");
        }
    }

    /**
     * Returns a connection with the default deadlines and without a key.
     *
     * @param address for instance {@code http://localhost:11434}
     * @return the connection
     * @throws IllegalArgumentException if the address is not an {@code http} or {@code https} URL
     */
    public static Connection to(URI address) {
        return new Connection(address, Deadlines.standard(), "");
    }

    /**
     * Returns this connection with other deadlines.
     *
     * @param other how long the server may take
     * @return the connection
     */
    public Connection within(Deadlines other) {
        return new Connection(address, other, apiKey);
    }

    /**
     * Returns this connection with a key.
     *
     * @param key what every request carries as {@code Authorization: Bearer}
     * @return the connection
     * @throws IllegalArgumentException if it has characters that are not allowed in a header
     */
    public Connection withApiKey(String key) {
        return new Connection(address, deadlines, key);
    }

    /** Does not contain the key. */
    @Override
    public String toString() {
        return address.toString();
    }
}
