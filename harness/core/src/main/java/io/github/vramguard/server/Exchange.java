package io.github.vramguard.server;

/**
 * A request and the text that came back.
 *
 * @param asked the request, as messages show it
 * @param next what to do if the text is not the one that is needed
 */
record Exchange(String asked, String body, String next) {

    Exchange advising(String step) {
        return new Exchange(asked, body, step);
    }

    /** The error that this is not the expected answer. */
    ServerError unlike(String why) {
        return new ServerError(asked, why + ", \"" + ServerError.excerpt(body) + "\"", next);
    }
}
