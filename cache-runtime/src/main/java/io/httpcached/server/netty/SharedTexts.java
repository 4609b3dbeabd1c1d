package io.httpcached.server.netty;

import io.netty.util.AsciiString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Shares the names of header fields and their frequent values among entries, in the form that Netty hashes once and copies as bytes.
 * Thread-safe.
 */
final class SharedTexts {

    /** Applications have few names, unless they compute them. */
    private static final int MAXIMUM_NAMES = 1_000;

    private static final int SIZE = 1 << 10;

    private final Map<String, AsciiString> names = new ConcurrentHashMap<>();

    /** A value may replace another one, so the table does not grow. */
    private final @Nullable AsciiString[] values = new AsciiString[SIZE];

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
        int index = (hash ^ hash >>> 16) & SIZE - 1;
        AsciiString known = values[index];
        if (known != null && known.toString().equals(value)) {
            return known;
        }
        AsciiString created = AsciiString.cached(value);
        values[index] = created;
        return created;
    }
}
