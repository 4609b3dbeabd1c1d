package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import java.util.regex.Pattern;

/** Converts any text to a segment of a key that every backend accepts. */
public final class KeySegment {

    private static final Pattern READABLE = Pattern.compile("[A-Za-z0-9._+-]{1,40}");

    private KeySegment() {}

    /**
     * Returns the segment of a text. Equal texts have equal segments, and others never do: a short text of letters, digits and
     * {@code . _ + -} is its own segment; any other text has a digest, which begins with a character that no such text
     * contains.
     *
     * @param text any text
     * @return at most 44 printable ASCII characters without a colon
     */
    public static String of(String text) {
        return READABLE.matcher(text).matches() ? text : '~' + CacheKey.of(text).digest();
    }
}
