package io.github.vramguard.server;

import io.github.vramguard.server.Polling.Question;
import java.util.List;

/** The wait for a server to list a model no more. */
record Departure(Http server, String model, Deadline deadline) {

    /**
     * Waits.
     *
     * @param held the names of the models that the server holds
     * @param next what to do if the model is not unloaded
     */
    void await(Question<List<String>> held, String next) throws ServerError {
        List<String> rest = Polling.until(deadline, held, names -> !names.contains(model));
        if (rest.contains(model)) {
            throw new ServerError(
                    "unload " + model + " from " + server,
                    "after " + deadline + " it still lists " + String.join(", ", rest),
                    next);
        }
    }
}
