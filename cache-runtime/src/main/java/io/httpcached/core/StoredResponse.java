package io.httpcached.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A response as it lies in the cache, with all that a hit needs worked out. Immutable as long as nobody writes to its body. */
public final class StoredResponse {

    private static final long NEVER = Long.MAX_VALUE;

    private final int status;
    private final Fields fields;
    private final byte[] body;
    private final Lifetime lifetime;
    private final long requestTimeMillis;
    private final long responseTimeMillis;
    private final @Nullable EntityTag entityTag;
    private final @Nullable Instant lastModified;
    private final @Nullable Codings codings;
    private final long outdatedSinceMillis;

    private record Codings(StoredResponse identity, StoredResponse gzip) {}

    /**
     * Takes the parts; validators are read from the fields.
     *
     * @param status the status code
     * @param fields the fields to replay
     * @param body the bytes of the body, not copied: the caller gives them away
     * @param lifetime the life of the response
     * @param requestTimeMillis when the handler was called
     * @param responseTimeMillis when it answered
     */
    public StoredResponse(
            int status,
            Fields fields,
            byte[] body,
            Lifetime lifetime,
            long requestTimeMillis,
            long responseTimeMillis) {
        this(status, fields, body, lifetime, requestTimeMillis, responseTimeMillis, null, NEVER);
    }

    private StoredResponse(
            int status,
            Fields fields,
            byte[] body,
            Lifetime lifetime,
            long requestTimeMillis,
            long responseTimeMillis,
            @Nullable Codings codings,
            long outdatedSinceMillis) {
        this.status = status;
        this.fields = fields;
        this.body = body;
        this.lifetime = lifetime;
        this.requestTimeMillis = requestTimeMillis;
        this.responseTimeMillis = responseTimeMillis;
        this.entityTag = EntityTag.parse(fields.first("ETag"));
        this.lastModified = HttpDate.parse(fields.first("Last-Modified"), responseTimeMillis);
        this.codings = codings;
        this.outdatedSinceMillis = outdatedSinceMillis;
    }

    /** {@return the same response with other fields and another body} */
    StoredResponse with(Fields otherFields, byte[] otherBody) {
        return new StoredResponse(status, otherFields, otherBody, lifetime, requestTimeMillis, responseTimeMillis);
    }

    /** {@return the same response with the two forms in which it is served} */
    StoredResponse offering(StoredResponse identity, StoredResponse gzip) {
        return new StoredResponse(
                status,
                fields,
                body,
                lifetime,
                requestTimeMillis,
                responseTimeMillis,
                new Codings(identity, gzip),
                outdatedSinceMillis);
    }

    /**
     * {@return the same response, aged: from a moment on, it is as old as one whose freshness has just ended}
     *
     * @param sinceMillis the moment, in milliseconds since the epoch
     */
    public StoredResponse outdated(long sinceMillis) {
        return new StoredResponse(
                status, fields, body, lifetime, requestTimeMillis, responseTimeMillis, codings, sinceMillis);
    }

    /**
     * {@return its age in seconds (RFC 9111 §4.2.3)} What was made to age is never younger than its lifetime, so that
     * nobody down the line takes it for fresh.
     *
     * @param nowMillis the time now
     */
    public long ageAt(long nowMillis) {
        long age = Freshness.currentAge(lifetime, responseTimeMillis, nowMillis);
        if (outdatedSinceMillis == NEVER) {
            return age;
        }
        long outdatedFor = Math.max(0, nowMillis - outdatedSinceMillis) / 1000;
        return Math.max(age, lifetime.freshSeconds() + outdatedFor);
    }

    /**
     * {@return the form of this response that a request selects by {@code Accept-Encoding}}
     *
     * @param request the fields of the request
     */
    public StoredResponse selectedBy(FieldLines request) {
        if (codings == null) {
            return this;
        }
        return ContentCoding.prefersGzip(request) ? codings.gzip : codings.identity;
    }

    /** {@return the status code} */
    public int status() {
        return status;
    }

    /** {@return the fields to replay} */
    public Fields fields() {
        return fields;
    }

    /** {@return the bytes of the body; not a copy, not to be written to} */
    public byte[] body() {
        return body;
    }

    /** {@return the bytes of the body compressed with gzip, if they are kept beside it, else null; not to be written to} */
    public byte @Nullable [] compressedBody() {
        return codings == null ? null : codings.gzip.body;
    }

    /** {@return the life of the response} */
    public Lifetime lifetime() {
        return lifetime;
    }

    /** {@return when the handler was called, in milliseconds since the epoch} */
    public long requestTimeMillis() {
        return requestTimeMillis;
    }

    /** {@return when the handler answered, in milliseconds since the epoch} */
    public long responseTimeMillis() {
        return responseTimeMillis;
    }

    /** {@return the entity tag, or null if there is none that is well-formed} */
    public @Nullable EntityTag entityTag() {
        return entityTag;
    }

    /** {@return the modification date, or null if there is none that is well-formed} */
    public @Nullable Instant lastModified() {
        return lastModified;
    }

    /** {@return when the response was made: its {@code Date}, else the time it arrived (RFC 9110 §6.6.1)} */
    public Instant date() {
        return Freshness.dateValue(fields, responseTimeMillis);
    }

    /** {@return whether there is something to validate it with} */
    public boolean hasValidator() {
        return entityTag != null || lastModified != null;
    }

    /** {@return about how many bytes of heap it takes} */
    public long footprint() {
        long compressed = codings == null ? 0 : 400 + codings.gzip.body.length + 2 * codings.gzip.fields.footprint();
        return 200 + body.length + fields.footprint() + compressed;
    }
}
