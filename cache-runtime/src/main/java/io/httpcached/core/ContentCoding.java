package io.httpcached.core;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Chooses between the uncompressed and the compressed form of a body (RFC 9110 §8.4, §12.5.3). */
public final class ContentCoding {

    static final String GZIP = "gzip";
    static final String ACCEPT_ENCODING = "Accept-Encoding";

    private ContentCoding() {}

    /**
     * {@return whether a client prefers the body compressed with gzip} It must accept gzip with at least the weight of the
     * uncompressed form.
     *
     * @param request the fields of the request
     */
    public static boolean prefersGzip(FieldLines request) {
        List<String> lines = request.all(ACCEPT_ENCODING);
        if (lines.isEmpty()) {
            return false;
        }
        int gzip = -1;
        int identity = -1;
        int any = -1;
        for (String member : Tokens.members(lines)) {
            WeightedRange range = WeightedRange.parse(member);
            if (range != null) {
                switch (range.range()) {
                    case GZIP, "x-gzip" -> gzip = range.weight();
                    case "identity" -> identity = range.weight();
                    case "*" -> any = range.weight();
                    default -> {} // The cache offers no other coding.
                }
            }
        }
        int offered = gzip >= 0 ? gzip : Math.max(any, 0);
        return offered > 0 && offered >= identity;
    }

    /**
     * {@return whether a response may be compressed} It must not be if it is compressed already, was negotiated by its handler,
     * is partial, or contains {@code no-transform} (RFC 9111 §5.2.2.6).
     *
     * @param response the response
     */
    public static boolean mayCompress(StoredResponse response) {
        Fields fields = response.fields();
        return response.status() == 200
                && !fields.has("Content-Encoding")
                && !Vary.names(fields).contains("accept-encoding")
                && !forbidsTransformation(fields);
    }

    private static boolean forbidsTransformation(Fields fields) {
        for (String directive : Tokens.members(fields.all("Cache-Control"))) {
            if (directive.equalsIgnoreCase("no-transform")) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return the response with a second, compressed form} Each form has its own entity tag, because their bytes differ
     * (RFC 9110 §8.8.3.3), and both name {@code Accept-Encoding} in {@code Vary}.
     *
     * @param response the response with the uncompressed body
     * @param gzipped the same body compressed with gzip
     */
    public static StoredResponse withGzip(StoredResponse response, byte[] gzipped) {
        return response.withForm(GzipBody.of(response.body(), gzipped));
    }

    /**
     * {@return the response with a second form whose body is compressed when a client first prefers it}
     *
     * @param response the response with the uncompressed body
     * @param gzip compresses a body
     * @param before the response in whose place it is stored, whose compressed body is kept if it has the same body; or null
     */
    public static StoredResponse withGzip(
            StoredResponse response, UnaryOperator<byte[]> gzip, @Nullable StoredResponse before) {
        byte[] body = response.body();
        GzipBody known = before == null ? null : before.gzipBody();
        return response.withForm(known != null && known.compresses(body) ? known : new GzipBody(body, gzip));
    }
}
