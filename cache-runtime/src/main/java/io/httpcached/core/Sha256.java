package io.httpcached.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Computes the digests of keys and entity tags. */
final class Sha256 {

    private Sha256() {}

    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(
                    "SHA-256 is not available, although every Java platform must support it.", impossible);
        }
    }
}
