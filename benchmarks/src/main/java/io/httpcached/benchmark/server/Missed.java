package io.httpcached.benchmark.server;

/** The kinds of routes with a number in their path, which are requested for random numbers. */
public enum Missed {
    /** The route is not cached. */
    UNCACHED("/uncached/"),
    /** The route is cached, and the response of the handler is stored. */
    STORED("/misses/stored/"),
    /** The route is cached, and the response of the handler says that it must not be stored. */
    UNSTORED("/misses/unstored/");

    private final String path;

    Missed(String path) {
        this.path = path;
    }

    /** Returns the request target before the number. */
    String target(Body body) {
        return path + body.segment() + "/";
    }
}
