package io.httpcached.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest behind keys and entity tags. */
final class Sha256 {

    private Sha256() {}

    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
