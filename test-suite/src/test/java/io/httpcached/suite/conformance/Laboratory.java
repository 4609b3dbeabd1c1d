package io.httpcached.suite.conformance;

import io.httpcached.suite.server.TestServer;
import java.util.List;

/** The settings that cases run under. */
enum Laboratory {
    /** As it comes, but for targeted fields, without which there would be nothing to show of RFC 9213. */
    PLAIN,
    /** With lifetimes guessed where none is stated. */
    GUESSING,
    /** Deaf to what clients say in {@code Cache-Control}. */
    DEAF,
    /** Waiting for no handler longer than a moment, where something stale may stand in for it. */
    IMPATIENT,
    /** Telling its keys. */
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
