package io.httpcached.core;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The key of an entry. Two keys are equal if their canonical texts are equal. */
public final class CacheKey {

    private final String canonical;

    /** Computed on first use; a race computes the same text twice. */
    private @Nullable String digest;

    private CacheKey(String canonical) {
        this.canonical = canonical;
    }

    /**
     * Returns the key of a text. The first letter of the canonical text distinguishes plain keys from
     * {@linkplain #variant variants}, so that they never collide.
     *
     * @param text a text that differs wherever two responses may differ
     * @return the key
     */
    public static CacheKey of(String text) {
        return new CacheKey("k:" + text);
    }

    /**
     * {@return the key of one variant (RFC 9111 §4.1)}
     *
     * @param selected the result of {@link Vary#select}
     */
    public CacheKey variant(String selected) {
        return new CacheKey("v:" + canonical.length() + ':' + canonical + selected);
    }

    /** {@return the canonical text} */
    public String canonical() {
        return canonical;
    }

    /** {@return the SHA-256 of the canonical text in 43 URL-safe characters, which every store accepts} */
    public String digest() {
        String known = digest;
        if (known == null) {
            known = computeDigest();
            digest = known;
        }
        return known;
    }

    private String computeDigest() {
        byte[] hash = Sha256.digest(Utf8.encode(canonical));
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
