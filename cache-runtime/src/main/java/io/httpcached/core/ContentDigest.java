package io.httpcached.core;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The digest of the content of a request, for its key. Stateless. */
public final class ContentDigest {

    private ContentDigest() {}

    /**
     * Returns the digest of content.
     *
     * @param content the bytes
     * @return a text that differs for different bytes
     */
    public static String ofBytes(byte[] content) {
        return "b" + encode(Sha256.digest(content));
    }

    /**
     * Returns the digest of the normal form of JSON.
     *
     * @param content the bytes
     * @param types the lines of {@code Content-Type}
     * @return a text that differs for different values; that of the bytes if they are not JSON or have no normal form
     */
    public static String ofJson(byte[] content, List<String> types) {
        String normal = types.size() == 1 && isJson(types.get(0)) ? JsonNormalizer.normalize(content) : null;
        return normal == null ? ofBytes(content) : "j" + encode(Sha256.digest(Utf8.encode(normal)));
    }

    /**
     * RFC 6839 §3.1: the suffix {@code +json} says that the syntax is that of JSON. It is in UTF-8 (RFC 8259 §8.1), but a handler that
     * reads a text decodes it as the request says, and in another charset a space may be a part of a character.
     */
    private static boolean isJson(String contentType) {
        String[] parts = contentType.split(";", -1);
        String type = parts[0].trim();
        return (type.equalsIgnoreCase("application/json")
                        || (type.length() > 5 && type.regionMatches(true, type.length() - 5, "+json", 0, 5)))
                && Arrays.stream(parts).skip(1).allMatch(ContentDigest::permitsUtf8);
    }

    private static boolean permitsUtf8(String parameter) {
        String text = parameter.trim().toLowerCase(Locale.ROOT);
        return !text.startsWith("charset") || text.equals("charset=utf-8") || text.equals("charset=\"utf-8\"");
    }

    private static String encode(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
