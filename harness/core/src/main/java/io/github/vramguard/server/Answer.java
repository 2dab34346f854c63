package io.github.vramguard.server;

/** What came back from a server, whatever its status. */
record Answer(Exchange exchange, int status) {

    Answer advising(String step) {
        return new Answer(exchange.advising(step), status);
    }

    Answer advising(int refusal, String step) {
        return status == refusal ? advising(step) : this;
    }

    Answer ok() throws ServerError {
        if (status / 100 != 2) {
            throw exchange.unlike("status " + status);
        }
        return this;
    }

    String text() throws ServerError {
        return ok().exchange.body();
    }

    Json json() throws ServerError {
        return Json.of(ok().exchange);
    }
}
