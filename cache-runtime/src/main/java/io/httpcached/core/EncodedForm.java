package io.httpcached.core;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A body that is compressed with a coding when a client first prefers it so (RFC 9110 §8.4.1), and kept from then on. Many entries
 * are never asked for again, or only uncompressed. Thread-safe.
 */
final class EncodedForm {

    private final Coding coding;
    private final byte[] plain;
    private final UnaryOperator<byte[]> encode;
    private volatile byte @Nullable [] compressed;
    private @Nullable Runnable listener;

    /**
     * Creates a body that is not compressed yet.
     *
     * @param plain the uncompressed bytes, which must not be modified
     * @param encoder compresses a body
     */
    EncodedForm(byte[] plain, ContentEncoder encoder) {
        this.plain = plain;
        this.coding = encoder.coding();
        this.encode = encoder.encode();
    }

    /** {@return a body whose compressed bytes are known} */
    static EncodedForm of(Coding coding, byte[] plain, byte[] compressed) {
        EncodedForm form = new EncodedForm(plain, new ContentEncoder(coding, UnaryOperator.identity()));
        form.compressed = compressed;
        return form;
    }

    Coding coding() {
        return coding;
    }

    /** {@return whether this is the compressed form of a body} */
    boolean compresses(byte[] body) {
        return plain == body;
    }

    boolean isCompressed() {
        return compressed != null;
    }

    /** {@return the compressed bytes, which the first caller waits for} */
    byte[] bytes() {
        byte[] known = compressed;
        return known == null ? compress() : known;
    }

    /** Sets what to call when the bytes are compressed, or calls it if they are already. */
    void onCompression(Runnable grown) {
        synchronized (this) {
            if (!isCompressed()) {
                listener = grown;
                return;
            }
        }
        grown.run();
    }

    private byte[] compress() {
        byte[] made;
        Runnable waiting;
        synchronized (this) {
            byte[] known = compressed;
            if (known != null) {
                return known;
            }
            made = encode.apply(plain);
            compressed = made;
            waiting = listener;
            listener = null;
        }
        if (waiting != null) {
            waiting.run();
        }
        return made;
    }
}
