package io.httpcached.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stored response with everything that a hit needs, already parsed. Immutable as long as nobody modifies its body. */
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
    private final @Nullable Forms forms;
    private final long staleSinceMillis;
    private final long agesFromMillis;

    private record Forms(StoredResponse identity, StoredResponse gzip) {}

    /**
     * Creates a response and parses its validators.
     *
     * @param status the status code
     * @param fields the fields to send
     * @param body the bytes of the body, which are not copied and must not be modified afterwards
     * @param lifetime the lifetime of the response
     * @param requestTimeMillis the time at which the handler was called
     * @param responseTimeMillis the time at which the response arrived
     */
    public StoredResponse(
            int status,
            Fields fields,
            byte[] body,
            Lifetime lifetime,
            long requestTimeMillis,
            long responseTimeMillis) {
        this(status, fields, body, lifetime, requestTimeMillis, responseTimeMillis, null, NEVER, responseTimeMillis);
    }

    private StoredResponse(
            int status,
            Fields fields,
            byte[] body,
            Lifetime lifetime,
            long requestTimeMillis,
            long responseTimeMillis,
            @Nullable Forms forms,
            long staleSinceMillis,
            long agesFromMillis) {
        this.status = status;
        this.fields = fields;
        this.body = body;
        this.lifetime = lifetime;
        this.requestTimeMillis = requestTimeMillis;
        this.responseTimeMillis = responseTimeMillis;
        this.entityTag = EntityTag.parse(fields.first("ETag"));
        this.lastModified = HttpDate.parse(fields.first("Last-Modified"), responseTimeMillis);
        this.forms = forms;
        this.staleSinceMillis = staleSinceMillis;
        this.agesFromMillis = agesFromMillis;
    }

    /** {@return this response with other fields and another body} */
    StoredResponse with(Fields otherFields, byte[] otherBody) {
        return new StoredResponse(
                status,
                otherFields,
                otherBody,
                lifetime,
                requestTimeMillis,
                responseTimeMillis,
                null,
                NEVER,
                agesFromMillis);
    }

    /**
     * {@return this response, not yet in the forms in which it is served, with the given names in {@code Vary}}
     *
     * @param names the names that {@code Vary} has to contain
     */
    public StoredResponse withVary(List<String> names) {
        return names.isEmpty()
                ? this
                : new StoredResponse(
                        status,
                        ResponseFields.withVary(fields, names),
                        body,
                        lifetime,
                        requestTimeMillis,
                        responseTimeMillis,
                        forms,
                        staleSinceMillis,
                        agesFromMillis);
    }

    /** {@return this response with the two forms in which it is served} */
    StoredResponse withForms(StoredResponse identity, StoredResponse gzip) {
        return new StoredResponse(
                status,
                fields,
                body,
                lifetime,
                requestTimeMillis,
                responseTimeMillis,
                new Forms(identity, gzip),
                staleSinceMillis,
                agesFromMillis);
    }

    /**
     * {@return this response with the time from which its age counts} Without it, that is the time at which it arrived.
     *
     * @param millis the time at which it arrived, by the clock that {@link #ageAt} and {@link #markedStale} use
     */
    public StoredResponse agingFrom(long millis) {
        return new StoredResponse(
                status, fields, body, lifetime, requestTimeMillis, responseTimeMillis, forms, staleSinceMillis, millis);
    }

    /**
     * {@return this response marked stale: at the given time it is as old as if its freshness lifetime had just ended}
     *
     * @param sinceMillis the time, by the clock of {@link #agingFrom}
     */
    public StoredResponse markedStale(long sinceMillis) {
        return new StoredResponse(
                status,
                fields,
                body,
                lifetime,
                requestTimeMillis,
                responseTimeMillis,
                forms,
                sinceMillis,
                agesFromMillis);
    }

    /**
     * {@return the age in seconds (RFC 9111 §4.2.3)} A response that was marked stale is never younger than its freshness
     * lifetime, so that no downstream cache considers it fresh.
     *
     * @param nowMillis the current time, by the clock of {@link #agingFrom}
     */
    public long ageAt(long nowMillis) {
        long age = Freshness.currentAge(lifetime, agesFromMillis, nowMillis);
        if (staleSinceMillis == NEVER) {
            return age;
        }
        long staleFor = Math.max(0, nowMillis - staleSinceMillis) / 1000;
        return Math.max(age, lifetime.freshSeconds() + staleFor);
    }

    /**
     * {@return the form of this response that a request selects by {@code Accept-Encoding}}
     *
     * @param request the fields of the request
     */
    public StoredResponse selectedBy(FieldLines request) {
        if (forms == null) {
            return this;
        }
        return ContentCoding.prefersGzip(request) ? forms.gzip : forms.identity;
    }

    /** {@return the status code} */
    public int status() {
        return status;
    }

    /** {@return the fields to send} */
    public Fields fields() {
        return fields;
    }

    /** {@return the bytes of the body, which are not a copy and must not be modified} */
    public byte[] body() {
        return body;
    }

    /** {@return the body compressed with gzip, which must not be modified, or null if it has no compressed form} */
    public byte @Nullable [] compressedBody() {
        return forms == null ? null : forms.gzip.body;
    }

    /** {@return the lifetime of the response} */
    public Lifetime lifetime() {
        return lifetime;
    }

    /** {@return the time at which the handler was called, in milliseconds since the epoch} */
    public long requestTimeMillis() {
        return requestTimeMillis;
    }

    /** {@return the time at which the response arrived, in milliseconds since the epoch} */
    public long responseTimeMillis() {
        return responseTimeMillis;
    }

    /** {@return the entity tag, or null if it is absent or malformed} */
    public @Nullable EntityTag entityTag() {
        return entityTag;
    }

    /** {@return the modification date, or null if it is absent or malformed} */
    public @Nullable Instant lastModified() {
        return lastModified;
    }

    /** {@return the {@code Date} of the response, or the time at which it arrived (RFC 9110 §6.6.1)} */
    public Instant date() {
        return Freshness.dateValue(fields, responseTimeMillis);
    }

    /** {@return whether the response has a validator} */
    public boolean hasValidator() {
        return entityTag != null || lastModified != null;
    }

    /** {@return the approximate heap size of the response in bytes} */
    public long footprint() {
        long compressed = forms == null ? 0 : 400 + forms.gzip.body.length + 2 * forms.gzip.fields.footprint();
        return 200 + body.length + fields.footprint() + compressed;
    }
}
