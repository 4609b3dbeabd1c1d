package io.httpcached.benchmark.server;

/** The ways in which a route can come to its answer. */
public enum Kind {
    /** A controller returns bytes that are there already. */
    CONSTANT("constant bytes", "/constant/"),
    /** The response cache has the response. */
    HIT("@HttpCached, hit", "/cached/"),
    /** The response cache has the response, and so has the client. */
    NOT_MODIFIED("@HttpCached, 304", "/cached/"),
    /** A controller returns an object, which is serialised. */
    UNCACHED("uncached, serialised", "/uncached/"),
    /** A controller returns an object from a cache of method results, which is serialised. */
    CACHEABLE("@Cacheable, serialised", "/cacheable/");

    private final String label;
    private final String path;

    Kind(String label, String path) {
        this.label = label;
        this.path = path;
    }

    /** {@return the kind in words} */
    public String label() {
        return label;
    }

    /** {@return the target of requests for a route of this kind} */
    String target(Body body) {
        return path + body.segment();
    }

    /** {@return the status code of the answers that are measured} */
    int status() {
        return this == NOT_MODIFIED ? 304 : 200;
    }
}
