package io.httpcached.annotation;

/** What of a request tells one entry of a route from another. */
public enum KeySource {

    /** What the method's parameters can see: path variables, declared query values, headers and cookies. */
    SIGNATURE,

    /**
     * The host, the path and the whole query, whatever the method declares; the order of differently named query
     * parameters does not matter. For handlers that read the request themselves, such as gateways.
     */
    REQUEST_URI
}
