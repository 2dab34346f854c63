package io.github.vramguard.server;

/**
 * What came back from a server, whatever its status.
 *
 * @param asked the request, as a message tells it
 * @param next what to do if the answer is not the one that is needed
 */
record Answer(String asked, int status, String body, String next) {

    Answer advising(String step) {
        return new Answer(asked, status, body, step);
    }

    Answer advising(int refusal, String step) {
        return status == refusal ? advising(step) : this;
    }

    Answer ok() throws ServerError {
        if (status / 100 != 2) {
            throw unlike("status " + status);
        }
        return this;
    }

    Json json() throws ServerError {
        return Json.of(ok());
    }

    /** The error that this is not the answer that was hoped for. */
    ServerError unlike(String why) {
        return new ServerError(asked, why + ", \"" + ServerError.excerpt(body) + "\"", next);
    }
}
