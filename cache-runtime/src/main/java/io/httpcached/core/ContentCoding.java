package io.httpcached.core;

import java.util.List;

/** The choice between a body as it is and the same body compressed (RFC 9110 §8.4, §12.5.3). */
public final class ContentCoding {

    private static final String GZIP = "gzip";
    private static final String NEGOTIATED_BY = "Accept-Encoding";

    private ContentCoding() {}

    /**
     * {@return whether a client would rather have the body compressed by gzip} It must accept it, and not less than the
     * body as it is.
     *
     * @param request the fields of its request
     */
    public static boolean prefersGzip(FieldLines request) {
        List<String> lines = request.all(NEGOTIATED_BY);
        if (lines.isEmpty()) {
            return false;
        }
        int gzip = -1;
        int identity = -1;
        int any = -1;
        for (String member : Tokens.members(lines)) {
            Preference preference = Preference.parse(member);
            if (preference != null) {
                switch (preference.range()) {
                    case GZIP, "x-gzip" -> gzip = preference.weight();
                    case "identity" -> identity = preference.weight();
                    case "*" -> any = preference.weight();
                    default -> {} // a coding that is not on offer
                }
            }
        }
        int offered = gzip >= 0 ? gzip : Math.max(any, 0);
        return offered > 0 && offered >= identity;
    }

    /**
     * {@return whether a response may be compressed on its way} Not if it is compressed already, was negotiated by its
     * handler, is a part, or says {@code no-transform} (RFC 9111 §5.2.2.6).
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
     * {@return the response with both forms to choose from} Each has its own entity tag, for they are different bytes
     * (RFC 9110 §8.8.3.3), and both say that the choice was by {@code Accept-Encoding}.
     *
     * @param response the response with the body as it is
     * @param gzipped the same body compressed
     */
    public static StoredResponse offering(StoredResponse response, byte[] gzipped) {
        Fields negotiated = response.fields().plus("Vary", NEGOTIATED_BY);
        Fields compressed = negotiated
                .without("Content-Length", "Content-MD5", "Content-Digest")
                .plus("Content-Encoding", GZIP);
        EntityTag tag = response.entityTag();
        if (tag != null) {
            compressed = compressed.with("ETag", new EntityTag(tag.weak(), tag.opaque() + "-gzip").toString());
        }
        return response.offering(response.with(negotiated, response.body()), response.with(compressed, gzipped));
    }
}
