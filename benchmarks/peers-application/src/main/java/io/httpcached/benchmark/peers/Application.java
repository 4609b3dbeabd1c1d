package io.httpcached.benchmark.peers;

import io.micronaut.runtime.Micronaut;

/** Starts the application on the port in the property {@code micronaut.server.port}. */
public final class Application {

    private Application() {}

    /**
     * Starts the server.
     *
     * @param args command line arguments for Micronaut
     */
    public static void main(String[] args) {
        Micronaut.build(args).mainClass(Application.class).banner(false).start();
    }
}
