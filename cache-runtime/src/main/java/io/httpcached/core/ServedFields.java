package io.httpcached.core;

import java.time.Duration;

/** Builds the header fields of responses from the store. */
public final class ServedFields {

    private static final String[] WHOLE_BODY_FIELDS = {
        "Content-Length", "Content-Range", "Content-MD5", "Content-Digest"
    };

    private ServedFields() {}

    /**
     * {@return the fields of a full response: the stored fields, {@code Age} and, if only the policy rules the response, the
     * {@code Cache-Control} for its {@code clientTtl}} An entry in a backend may have been stored with another policy. If it was
     * not, and clients must revalidate, the stored line is the right one and nothing is copied.
     *
     * @param stored the stored response
     * @param age the age of the response in seconds
     * @param policy the policy of the route
     */
    public static Fields full(StoredResponse stored, long age, CachePolicy policy) {
        Fields fields = stored.fields();
        Duration clientTtl = policy.clientTtl();
        if (clientTtl != null && stored.lifetime().fromPolicy()) {
            long remaining = stored.lifetime().freshSeconds() - age;
            long seconds = Math.min(clientTtl.toSeconds(), remaining);
            fields = fields.with("Cache-Control", CacheControlWriter.forClient(policy, age, seconds));
        }
        return fields.plus("Age", Long.toString(age));
    }

    /**
     * {@return the fields of a 304 response (RFC 9110 §15.4.5)} These are the fields for caches, and cookies, which a new
     * response may set although they do not describe the representation.
     *
     * @param full the fields of the corresponding 200 response
     */
    public static Fields notModified(Fields full) {
        boolean tagged = full.has("ETag");
        Fields.Builder kept = Fields.builder();
        for (int i = 0; i < full.size(); i++) {
            if (belongsInNotModified(full.name(i), tagged)) {
                kept.add(full.name(i), full.value(i));
            }
        }
        return kept.build();
    }

    private static boolean belongsInNotModified(String name, boolean tagged) {
        return switch (name.length()) {
            case 3 -> name.equalsIgnoreCase("Age");
            case 4 -> name.equalsIgnoreCase("ETag") || name.equalsIgnoreCase("Date") || name.equalsIgnoreCase("Vary");
            case 7 -> name.equalsIgnoreCase("Expires");
            case 10 -> name.equalsIgnoreCase("Set-Cookie");
            case 16 -> name.equalsIgnoreCase("Content-Location");
            default -> isCacheControl(name) || (!tagged && name.equalsIgnoreCase("Last-Modified"));
        };
    }

    /** Matches {@code Cache-Control} and, by the naming convention of RFC 9213 §2, the targeted fields. */
    private static boolean isCacheControl(String name) {
        String suffix = "Cache-Control";
        int start = name.length() - suffix.length();
        return start >= 0 && name.regionMatches(true, start, suffix, 0, suffix.length());
    }

    /**
     * {@return the fields of a 206 response with one range (RFC 9110 §15.3.7.1)}
     *
     * @param full the fields of the corresponding 200 response
     * @param range the range
     * @param total the length of the whole body
     */
    public static Fields partial(Fields full, ByteRange range, int total) {
        return full.without(WHOLE_BODY_FIELDS)
                .plus("Content-Range", range.contentRange(total))
                .plus("Content-Length", Integer.toString(range.length()));
    }

    /**
     * {@return the fields of a 206 response with several ranges (RFC 9110 §15.3.7.2)} Each part contains the media type of the
     * whole body.
     *
     * @param full the fields of the corresponding 200 response
     * @param boundary the boundary between parts
     * @param length the length of the multipart body
     */
    public static Fields multipart(Fields full, String boundary, int length) {
        return full.without(WHOLE_BODY_FIELDS)
                .with("Content-Type", "multipart/byteranges; boundary=" + boundary)
                .plus("Content-Length", Integer.toString(length));
    }

    /**
     * {@return the fields of a 416 response (RFC 9110 §15.5.17)} None of them lets a cache store it.
     *
     * @param full the fields of the corresponding 200 response
     * @param total the length of the whole body
     */
    public static Fields unsatisfiable(Fields full, int total) {
        Fields.Builder fields = Fields.builder();
        String date = full.first("Date");
        if (date != null) {
            fields.add("Date", date);
        }
        return fields.add("Content-Range", "bytes */" + total).build();
    }
}
