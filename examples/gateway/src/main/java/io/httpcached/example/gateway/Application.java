package io.httpcached.example.gateway;

import io.micronaut.runtime.Micronaut;

/** Starts the gateway on port 8080, or on the port in {@code MICRONAUT_SERVER_PORT}. */
public final class Application {

    private Application() {}

    /**
     * Starts the server.
     *
     * @param args command line arguments for Micronaut; none are required
     */
    public static void main(String[] args) {
        Micronaut.build(args).mainClass(Application.class).banner(false).start();
    }
}
