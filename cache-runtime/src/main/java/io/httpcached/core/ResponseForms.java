package io.httpcached.core;

import org.jspecify.annotations.Nullable;

/**
 * The two forms of a response whose body is worth compressing. Each has its own entity tag, because their bytes differ
 * (RFC 9110 §8.8.3.3), and both name {@code Accept-Encoding} in {@code Vary}. Thread-safe.
 */
final class ResponseForms {

    /** A form without its lines: the response, the arrays of the lines and the object for both forms. */
    private static final long FORM_BYTES = 160;

    /** The references to a name and a value. The texts are those of the response. */
    private static final long LINE_BYTES = 16;

    /** The entity tag of the compressed form. Its other texts are those of other entries. */
    private static final long GZIP_BYTES = 200;

    private final StoredResponse identity;
    private final GzipBody body;

    /** Made again if another thread does not see it, so it needs no synchronization. */
    private @Nullable StoredResponse gzip;

    ResponseForms(StoredResponse plain, GzipBody body) {
        this.identity = plain.withFields(plain.fields().plus("Vary", ContentCoding.ACCEPT_ENCODING));
        this.body = body;
    }

    StoredResponse identity() {
        return identity;
    }

    /** {@return the compressed form, whose body is compressed when it is first needed} */
    StoredResponse gzip() {
        StoredResponse known = gzip;
        if (known == null) {
            known = identity.withFields(compressedFields()).withBody(body);
            gzip = known;
        }
        return known;
    }

    GzipBody body() {
        return body;
    }

    private Fields compressedFields() {
        Fields fields = identity.fields()
                .without("Content-Length", "Content-MD5", "Content-Digest")
                .plus("Content-Encoding", ContentCoding.GZIP);
        EntityTag tag = identity.entityTag();
        return tag == null ? fields : fields.with("ETag", GzipTag.of(tag).toString());
    }

    /** {@return the approximate heap size of what the response does not have without these forms, in bytes} */
    long footprint() {
        long form = FORM_BYTES + LINE_BYTES * identity.fields().size();
        return body.isCompressed() ? 2 * form + GZIP_BYTES + body.bytes().length : form;
    }
}
