package io.github.vramguard.server;

/** The calls that every server has an answer to. */
enum Call {
    LOAD {
        @Override
        void on(ModelServer server) throws ServerError {
            server.load("tiny");
        }
    },
    UNLOAD {
        @Override
        void on(ModelServer server) throws ServerError {
            server.unload("tiny");
        }
    },
    USE {
        @Override
        void on(ModelServer server) throws ServerError {
            server.use("tiny", "Hello");
        }
    },
    LOADED {
        @Override
        void on(ModelServer server) throws ServerError {
            server.loaded();
        }
    };

    abstract void on(ModelServer server) throws ServerError;
}
