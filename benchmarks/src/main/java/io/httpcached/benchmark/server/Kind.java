package io.httpcached.benchmark.server;

/** The kinds of routes that are measured. */
public enum Kind {
    /** A controller returns bytes that exist before the request. */
    CONSTANT("constant bytes", "/constant/"),
    /** The response cache returns a stored response. */
    HIT("@HttpCached, hit", "/cached/"),
    /** The response cache answers with 304, because the client has the stored response. */
    NOT_MODIFIED("@HttpCached, 304", "/cached/"),
    /** A controller returns an object, which is serialized. */
    UNCACHED("uncached, serialized", "/uncached/"),
    /** A controller returns an object from a cache of method results, which is serialized. */
    CACHEABLE("@Cacheable, serialized", "/cacheable/");

    private final String label;
    private final String path;

    Kind(String label, String path) {
        this.label = label;
        this.path = path;
    }

    /** Returns the name of the kind in reports. */
    public String label() {
        return label;
    }

    /** Returns the request target of the route of this kind with the given body. */
    String target(Body body) {
        return path + body.segment();
    }

    /** Returns the expected status code. */
    int status() {
        return this == NOT_MODIFIED ? 304 : 200;
    }
}
