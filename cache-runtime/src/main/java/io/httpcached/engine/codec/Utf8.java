package io.httpcached.engine.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Bytes as text, and nothing lost on the way. */
final class Utf8 {

    private Utf8() {}

    /** {@return the text of which these are the bytes, or null if they are not text} */
    static @Nullable String strictly(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
