package io.httpcached.annotation;

/** What of a request tells one entry of a route from another. */
public enum KeySource {

    /**
     * What the method's parameters can see: path variables, declared query values, headers and cookies. The host is no part
     * of it unless {@link HttpCached#vary} names {@code Host}.
     */
    SIGNATURE,

    /**
     * The host (of the request, and as the application's {@code HttpHostResolver} gives it), the path and the whole query,
     * whatever the method declares; the order of differently named query parameters does not matter. For handlers that read
     * the request themselves, such as gateways, and for parameters that a binder of the application makes; what these read
     * of the header is for {@link HttpCached#vary} to name.
     */
    REQUEST_URI
}
