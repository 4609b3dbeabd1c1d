package io.httpcached.annotation;

/** What becomes of the {@code Cache-Control} directives that a client sends (RFC 9111 §5.2.1). */
public enum RequestDirectives {

    /** As {@code http-cache.request-directives} says, which is to honor them when nothing is configured. */
    DEFAULT,

    /** They are obeyed: {@code no-cache} reaches the handler, {@code only-if-cached} may be answered with 504. */
    HONOR,

    /** They are ignored, so that no client can force the handler to run. */
    IGNORE
}
