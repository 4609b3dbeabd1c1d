package io.httpcached.annotation;

/** Whether the cache honors the {@code Cache-Control} directives of a request (RFC 9111 §5.2.1). */
public enum RequestDirectives {

    /** The rule of {@code http-cache.request-directives}, which is {@link #HONOR} if it is not configured. */
    DEFAULT,

    /** The cache honors them: {@code no-cache} runs the handler, {@code only-if-cached} may result in a 504. */
    HONOR,

    /** The cache ignores them, so that no client can force the handler to run. */
    IGNORE
}
