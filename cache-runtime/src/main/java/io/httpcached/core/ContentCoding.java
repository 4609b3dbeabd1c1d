package io.httpcached.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses between the uncompressed and the compressed forms of a body (RFC 9110 §8.4, §12.5.3). */
public final class ContentCoding {

    static final String ACCEPT_ENCODING = "Accept-Encoding";

    private ContentCoding() {}

    /**
     * The weights that a client gives to the codings, from 0 to 1000.
     *
     * @param brotli that of Brotli, or -1 if it is not named
     * @param zstd that of Zstandard, or -1
     * @param gzip that of gzip, or -1
     * @param identity that of the uncompressed form, or -1
     * @param any that of all codings that are not named, or -1
     */
    private record Weights(int brotli, int zstd, int gzip, int identity, int any) {

        static final Weights NONE = new Weights(-1, -1, -1, -1, -1);

        static Weights of(FieldLines request) {
            List<String> lines = request.all(ACCEPT_ENCODING);
            if (lines.isEmpty()) {
                return NONE;
            }
            int brotli = -1;
            int zstd = -1;
            int gzip = -1;
            int identity = -1;
            int any = -1;
            for (String member : Tokens.members(lines)) {
                WeightedRange range = WeightedRange.parse(member);
                if (range != null) {
                    switch (range.range()) {
                        case "br" -> brotli = range.weight();
                        case "zstd" -> zstd = range.weight();
                        case "gzip", "x-gzip" -> gzip = range.weight();
                        case "identity" -> identity = range.weight();
                        case "*" -> any = range.weight();
                        default -> {} // The cache offers no other coding.
                    }
                }
            }
            return new Weights(brotli, zstd, gzip, identity, any);
        }

        /** A client that accepts all codings may not know each of them, but knows gzip. */
        int of(Coding coding) {
            return switch (coding) {
                case BROTLI -> brotli;
                case ZSTD -> zstd;
                case GZIP -> gzip >= 0 ? gzip : any;
            };
        }

        boolean prefers(Coding coding) {
            return of(coding) > 0 && of(coding) >= identity;
        }
    }

    /**
     * {@return whether a client prefers a body with a coding to the uncompressed form} It must accept the coding with at least the
     * weight of that form.
     *
     * @param request the fields of the request
     * @param coding the coding
     */
    public static boolean prefers(FieldLines request, Coding coding) {
        return Weights.of(request).prefers(coding);
    }

    /**
     * {@return the index of the compressed form that a client prefers, or -1 if it prefers the uncompressed one} Of forms with the same
     * weight, it is the first one.
     *
     * @param request the fields of the request
     * @param offered the compressed forms
     */
    static int preferred(FieldLines request, List<EncodedForm> offered) {
        Weights weights = Weights.of(request);
        int best = -1;
        for (int i = 0; i < offered.size(); i++) {
            Coding coding = offered.get(i).coding();
            if (weights.prefers(coding)
                    && (best < 0
                            || weights.of(coding) > weights.of(offered.get(best).coding()))) {
                best = i;
            }
        }
        return best;
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
     * {@return the response with a form that is compressed with gzip} Each form has its own entity tag, because their bytes differ
     * (RFC 9110 §8.8.3.3), and both name {@code Accept-Encoding} in {@code Vary}.
     *
     * @param response the response with the uncompressed body
     * @param gzipped the same body compressed with gzip
     */
    public static StoredResponse withGzip(StoredResponse response, byte[] gzipped) {
        return response.withForms(List.of(EncodedForm.of(Coding.GZIP, response.body(), gzipped)));
    }

    /**
     * {@return the response with forms whose bodies are compressed when a client first prefers them}
     *
     * @param response the response with the uncompressed body
     * @param encoders compress a body; one of them with gzip
     * @param before the response in whose place it is stored, whose compressed bodies are kept if it has the same body; or null
     */
    public static StoredResponse withForms(
            StoredResponse response, List<ContentEncoder> encoders, @Nullable StoredResponse before) {
        byte[] body = response.body();
        List<EncodedForm> known = before == null ? List.of() : before.compressedForms();
        return response.withForms(encoders.stream()
                .map(encoder -> known.stream()
                        .filter(form -> form.coding() == encoder.coding() && form.compresses(body))
                        .findFirst()
                        .orElseGet(() -> new EncodedForm(body, encoder)))
                .toList());
    }
}
