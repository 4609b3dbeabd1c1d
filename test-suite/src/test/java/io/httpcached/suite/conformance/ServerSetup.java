package io.httpcached.suite.conformance;

import io.httpcached.suite.server.TestServer;
import java.util.List;

/** The server settings that a case can choose. */
enum ServerSetup {
    /** Default settings, with targeted fields enabled for the cases of RFC 9213. */
    PLAIN,
    /** Heuristic freshness is enabled. */
    GUESSING,
    /** The {@code Cache-Control} of requests is ignored. */
    DEAF,
    /** The cache waits only briefly for a handler if it may serve a stale response instead. */
    IMPATIENT,
    /** {@code Cache-Status} contains the key. */
    TELLING;

    TestServer start() {
        return switch (this) {
            case PLAIN -> start("targeted-fields", List.of("HttpCached-Cache-Control", "CDN-Cache-Control"));
            case GUESSING -> start("heuristic-freshness", true);
            case DEAF -> start("request-directives", "ignore");
            case IMPATIENT -> start("collapse-timeout", "100ms");
            case TELLING -> start("cache-status-key", true);
        };
    }

    private static TestServer start(String setting, Object value) {
        return TestServer.start("conformance", "http-cache." + setting, value);
    }
}
