package io.httpcached.server.netty;

import io.httpcached.core.RecentValues;
import io.netty.util.AsciiString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shares the names of header fields and their frequent values among entries, in the form that Netty hashes once and copies as bytes.
 * Thread-safe.
 */
final class SharedTexts {

    /** Applications have few names, unless they compute them. */
    private static final int MAXIMUM_NAMES = 1_000;

    private final Map<String, AsciiString> names = new ConcurrentHashMap<>();

    private final RecentValues<AsciiString> values = new RecentValues<>();

    /** Returns a name for Netty, in its original case. */
    AsciiString name(String name) {
        AsciiString shared = names.get(name);
        if (shared != null) {
            return shared;
        }
        AsciiString created = AsciiString.cached(name);
        if (names.size() < MAXIMUM_NAMES) {
            names.put(name, created);
        }
        return created;
    }

    /** Returns a value for Netty. */
    AsciiString value(String value) {
        int hash = value.hashCode();
        AsciiString known = values.get(hash);
        if (known != null && known.toString().equals(value)) {
            return known;
        }
        AsciiString created = AsciiString.cached(value);
        values.put(hash, created);
        return created;
    }
}
