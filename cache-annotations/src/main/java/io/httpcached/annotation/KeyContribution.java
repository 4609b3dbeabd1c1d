package io.httpcached.annotation;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The contribution of a {@link KeyContributor} to the key of one request. Immutable. */
public final class KeyContribution {

    /** A token (RFC 9110 §5.6.2). */
    private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final KeyContribution NO_TEXT = new KeyContribution(null, List.of(), null);

    private final @Nullable String text;
    private final List<String> varyNames;
    private final @Nullable String notCacheableReason;

    private KeyContribution(@Nullable String text, List<String> varyNames, @Nullable String notCacheableReason) {
        this.text = text;
        this.varyNames = varyNames;
        this.notCacheableReason = notCacheableReason;
    }

    /**
     * Creates a contribution to the key.
     *
     * @param text the text of the key part; null and the empty text are different keys
     * @return the contribution
     */
    public static KeyContribution of(@Nullable String text) {
        return text == null ? NO_TEXT : new KeyContribution(text, List.of(), null);
    }

    /**
     * Creates the contribution to a request that bypasses the cache: no stored response answers it, and its response is not
     * stored.
     *
     * @param reason the reason for {@code Cache-Status}, the log and explanations, for example {@code "preview"}; clients may see
     *     it
     * @return the contribution
     * @throws IllegalArgumentException if the reason is blank
     */
    public static KeyContribution notCacheable(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("The reason must not be blank; write one, for example \"preview\".");
        }
        return new KeyContribution(null, List.of(), reason);
    }

    /**
     * Returns a copy that adds names to {@code Vary} of the response, so that browsers and caches downstream distinguish the
     * responses as well. Name every request header field that the contributor reads, also if the request does not have it.
     *
     * @param fieldNames the names of request header fields
     * @return the copy
     * @throws IllegalArgumentException if a name is not a field name, or is {@code *}
     */
    public KeyContribution vary(String... fieldNames) {
        for (String name : fieldNames) {
            if (!FIELD_NAME.matcher(name).matches() || name.equals("*")) {
                throw new IllegalArgumentException(
                        "'" + name + "' is not the name of a request header field; write a name such as X-Tenant.");
            }
        }
        List<String> all = Stream.concat(varyNames.stream(), Stream.of(fieldNames))
                .distinct()
                .toList();
        return new KeyContribution(text, all, notCacheableReason);
    }

    /** {@return the text of the key part, or null} */
    public @Nullable String text() {
        return text;
    }

    /** {@return the names for {@code Vary}, in the order in which they were added} */
    public List<String> varyNames() {
        return varyNames;
    }

    /** {@return the reason why the request bypasses the cache, or null if it does not} */
    public @Nullable String notCacheableReason() {
        return notCacheableReason;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyContribution that
                && Objects.equals(text, that.text)
                && varyNames.equals(that.varyNames)
                && Objects.equals(notCacheableReason, that.notCacheableReason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, varyNames, notCacheableReason);
    }

    @Override
    public String toString() {
        String what = notCacheableReason == null ? "text " + text : "not cacheable: " + notCacheableReason;
        return varyNames.isEmpty() ? what : what + ", Vary " + String.join(", ", varyNames);
    }
}
