package io.httpcached.benchmark.backend;

/** The route under test. */
public enum Route {
    /** Its controller uses the backend's own client. */
    BARE,
    /** Its entries are in the backend. */
    CACHED
}
