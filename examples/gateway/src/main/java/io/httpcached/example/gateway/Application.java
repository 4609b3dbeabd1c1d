package io.httpcached.example.gateway;

import io.micronaut.runtime.Micronaut;

/** Starts the gateway on port 8080, or on the one that {@code MICRONAUT_SERVER_PORT} names. */
public final class Application {

    private Application() {}

    /**
     * Starts the server.
     *
     * @param args Micronaut's command line, none needed
     */
    public static void main(String[] args) {
        Micronaut.build(args).mainClass(Application.class).banner(false).start();
    }
}
