package io.httpcached.server.netty;

import io.netty.util.AsciiString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Shares the names of header fields among entries. Netty computes the hash of a shared name once. */
final class FieldNames {

    /** Applications have few names, unless they compute them. */
    private static final int MAXIMUM = 1_000;

    private static final Map<String, AsciiString> KNOWN = new ConcurrentHashMap<>();

    private FieldNames() {}

    /** Returns a name for Netty, in its original case. */
    static AsciiString of(String name) {
        AsciiString known = KNOWN.get(name);
        if (known != null) {
            return known;
        }
        AsciiString created = AsciiString.cached(name);
        if (KNOWN.size() < MAXIMUM) {
            KNOWN.put(name, created);
        }
        return created;
    }
}
