package io.httpcached.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Computes the digests of keys and entity tags. */
final class Sha256 {

    /** A copy of it costs less than the search for the provider of the algorithm. */
    private static final @Nullable MessageDigest INITIAL = copyable(create());

    private Sha256() {}

    static byte[] digest(byte[] bytes) {
        MessageDigest digest = INITIAL == null ? create() : copy(INITIAL);
        return digest.digest(bytes);
    }

    private static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(
                    "SHA-256 is not available, although every Java platform must support it.", impossible);
        }
    }

    /** The digests of some providers cannot be copied. */
    private static @Nullable MessageDigest copyable(MessageDigest digest) {
        try {
            var unused = digest.clone();
            return digest;
        } catch (CloneNotSupportedException unsupported) {
            return null;
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("A digest that could be copied once cannot be copied again.", impossible);
        }
    }
}
