package io.httpcached.benchmark.server;

/** The kinds of routes with a number in their path, which are requested for random numbers. */
public enum Missed {
    /** The route is not cached. */
    UNCACHED("uncached, `/{id}`", "/uncached/"),
    /** The route is cached, and the response of the handler is stored. */
    STORED("@HttpCached, miss, stored", "/misses/stored/"),
    /** The route is cached, and the response of the handler says that it must not be stored. */
    UNSTORED("@HttpCached, miss, not stored", "/misses/unstored/");

    private final String label;
    private final String path;

    Missed(String label, String path) {
        this.label = label;
        this.path = path;
    }

    /** Returns the kind as text. */
    public String label() {
        return label;
    }

    /** Returns the request target before the number. */
    String target(Body body) {
        return path + body.segment() + "/";
    }
}
