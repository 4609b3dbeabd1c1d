package io.httpcached.core;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a response is stored under. Two keys are equal when their canonical texts are. */
public final class CacheKey {

    private final String canonical;

    /** Computed when first asked for; a race computes the same text twice. */
    private @Nullable String digest;

    private CacheKey(String canonical) {
        this.canonical = canonical;
    }

    /**
     * {@return the key of a text} The first letter of a canonical text tells plain keys from {@linkplain #variant variants},
     * so that none of the one kind is ever one of the other.
     *
     * @param text a text that differs wherever two responses may differ
     */
    public static CacheKey of(String text) {
        return new CacheKey("k:" + text);
    }

    /**
     * {@return the key of one variant (RFC 9111 §4.1)}
     *
     * @param selected what {@link Vary#select} gave
     */
    public CacheKey variant(String selected) {
        return new CacheKey("v:" + canonical.length() + ':' + canonical + selected);
    }

    /** {@return the canonical text} */
    public String canonical() {
        return canonical;
    }

    /** {@return the SHA-256 of the canonical text in 43 URL-safe characters, which fit every backend} */
    public String digest() {
        String known = digest;
        if (known == null) {
            known = computeDigest();
            digest = known;
        }
        return known;
    }

    private String computeDigest() {
        byte[] hash = Sha256.digest(canonical.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CacheKey key && canonical.equals(key.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public String toString() {
        return canonical;
    }
}
