package io.httpcached.annotation;

/** The parts of a request that form the key of an entry. */
public enum KeySource {

    /**
     * The values that the method's parameters receive: path variables, declared query values, headers and cookies. The host
     * is part of the key only if {@link HttpCached#vary} or a {@code @Header} parameter names {@code Host}.
     */
    SIGNATURE,

    /**
     * The host (as sent, and as the application's {@code HttpHostResolver} resolves it), the path and the whole query,
     * regardless of the parameters that the method declares. Query parameters with different names may come in any order.
     *
     * <p>For handlers that read the request themselves, such as gateways, and for parameters that a custom binder creates.
     * Name the request header fields that these read in {@link HttpCached#vary}. Each query makes an entry of its own.
     */
    REQUEST_URI
}
