package io.httpcached.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a response whose body is worth compressing: uncompressed, and compressed with each coding. Each has its own entity tag,
 * because their bytes differ (RFC 9110 §8.8.3.3), and all name {@code Accept-Encoding} in {@code Vary}. Thread-safe.
 */
final class ResponseForms {

    /** A form without its lines: the response, the arrays of the lines and the object for all forms. */
    private static final long FORM_BYTES = 160;

    /** The references to a name and a value. The texts are those of the response. */
    private static final long LINE_BYTES = 16;

    /** The entity tag of a compressed form. Its other texts are those of other entries. */
    private static final long CODED_BYTES = 200;

    private final StoredResponse identity;
    private final List<EncodedForm> bodies;

    /** The compressed forms, in the order of their bodies. Made again if another thread does not see it. */
    private final @Nullable StoredResponse[] compressed;

    /**
     * Creates the forms of a response.
     *
     * @param plain the response
     * @param bodies its compressed bodies, in the order in which the server prefers them
     */
    ResponseForms(StoredResponse plain, List<EncodedForm> bodies) {
        this.identity = plain.withFields(plain.fields().plus("Vary", ContentCoding.ACCEPT_ENCODING));
        this.bodies = bodies;
        this.compressed = new StoredResponse[bodies.size()];
    }

    /** {@return the form that a request selects} */
    StoredResponse selectedBy(FieldLines request) {
        int preferred = ContentCoding.preferred(request, bodies);
        return preferred < 0 ? identity : compressed(preferred);
    }

    /** {@return a compressed form, whose body is compressed when it is first needed} */
    private StoredResponse compressed(int index) {
        StoredResponse known = compressed[index];
        if (known == null) {
            EncodedForm body = bodies.get(index);
            known = identity.withFields(compressedFields(body.coding())).withBody(body);
            compressed[index] = known;
        }
        return known;
    }

    List<EncodedForm> bodies() {
        return bodies;
    }

    /** {@return the bytes compressed with gzip, which every client understands} */
    byte[] gzip() {
        return bodies.stream()
                .filter(body -> body.coding() == Coding.GZIP)
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    boolean lackBodies() {
        for (EncodedForm body : bodies) {
            if (!body.isCompressed()) {
                return true;
            }
        }
        return false;
    }

    private Fields compressedFields(Coding coding) {
        Fields fields = identity.fields()
                .without("Content-Length", "Content-MD5", "Content-Digest")
                .plus("Content-Encoding", coding.token());
        EntityTag tag = identity.entityTag();
        return tag == null
                ? fields
                : fields.with("ETag", CodingTag.of(tag, coding).toString());
    }

    /** {@return the approximate heap size of what the response does not have without these forms, in bytes} */
    long footprint() {
        long form = FORM_BYTES + LINE_BYTES * identity.fields().size();
        long bytes = form;
        for (EncodedForm body : bodies) {
            if (body.isCompressed()) {
                bytes += form + CODED_BYTES + body.bytes().length;
            }
        }
        return bytes;
    }
}
