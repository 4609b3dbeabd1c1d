package io.httpcached.server.netty;

import io.netty.util.AsciiString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Shares the names of header fields among entries. Netty computes the hash of a shared name once. Thread-safe. */
final class HeaderNames {

    /** Applications have few names, unless they compute them. */
    private static final int MAXIMUM = 1_000;

    private final Map<String, AsciiString> known = new ConcurrentHashMap<>();

    /** Returns a name for Netty, in its original case. */
    AsciiString of(String name) {
        AsciiString shared = known.get(name);
        if (shared != null) {
            return shared;
        }
        AsciiString created = AsciiString.cached(name);
        if (known.size() < MAXIMUM) {
            known.put(name, created);
        }
        return created;
    }
}
