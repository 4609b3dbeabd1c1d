package io.httpcached.core;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stored response with everything that a hit needs, already parsed. Immutable as long as nobody modifies its body, except that
 * the compressed body is made when it is first needed. Thread-safe.
 */
public final class StoredResponse {

    private final int status;
    private final Fields fields;
    private final @Nullable EntityTag entityTag;
    private final @Nullable Instant lastModified;
    private final byte @Nullable [] body;
    private final @Nullable EncodedForm compressed;
    private final ResponseTimes times;
    private final @Nullable ResponseForms forms;

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
        this.status = status;
        this.fields = fields;
        this.entityTag = EntityTag.parse(fields.first("ETag"));
        this.lastModified = HttpDate.parse(fields.first("Last-Modified"), responseTimeMillis);
        this.body = body;
        this.compressed = null;
        this.times = new ResponseTimes(
                lifetime, requestTimeMillis, responseTimeMillis, responseTimeMillis, ResponseTimes.NEVER);
        this.forms = null;
    }

    /** Copies a response, with other times and forms. */
    private StoredResponse(StoredResponse other, ResponseTimes times, @Nullable ResponseForms forms) {
        this.status = other.status;
        this.fields = other.fields;
        this.entityTag = other.entityTag;
        this.lastModified = other.lastModified;
        this.body = other.body;
        this.compressed = other.compressed;
        this.times = times;
        this.forms = forms;
    }

    /** Copies a response, with other fields and another body. */
    private StoredResponse(
            StoredResponse other,
            Fields fields,
            @Nullable EntityTag entityTag,
            byte @Nullable [] body,
            @Nullable EncodedForm compressed) {
        this.status = other.status;
        this.fields = fields;
        this.entityTag = entityTag;
        this.lastModified = other.lastModified;
        this.body = body;
        this.compressed = compressed;
        this.times = other.times;
        this.forms = null;
    }

    /** {@return this response with other fields, which must contain the same {@code Last-Modified}} */
    StoredResponse withFields(Fields other) {
        String tag = other.first("ETag");
        boolean sameTag = Objects.equals(tag, fields.first("ETag"));
        return new StoredResponse(this, other, sameTag ? entityTag : EntityTag.parse(tag), body, compressed);
    }

    /** {@return this response with another body, which is compressed when it is first needed} */
    StoredResponse withBody(EncodedForm other) {
        return new StoredResponse(this, fields, entityTag, null, other);
    }

    /**
     * {@return this response, not yet in the forms in which it is served, with the given names in {@code Vary}}
     *
     * @param names the names that {@code Vary} has to contain
     */
    public StoredResponse withVary(List<String> names) {
        return names.isEmpty() ? this : withFields(ResponseFields.withVary(fields, names));
    }

    /** {@return this response with compressed forms, in the order in which the server prefers them} */
    StoredResponse withForms(List<EncodedForm> bodies) {
        return new StoredResponse(this, times, new ResponseForms(this, bodies));
    }

    /**
     * {@return this response with the time from which its age counts} Without it, that is the time at which it arrived.
     *
     * @param millis the time at which it arrived, by the clock that {@link #ageAt} and {@link #markedStale} use
     */
    public StoredResponse agingFrom(long millis) {
        return new StoredResponse(this, times.agingFrom(millis), forms);
    }

    /**
     * {@return this response marked stale: at the given time it is as old as if its freshness lifetime had just ended}
     *
     * @param sinceMillis the time, by the clock of {@link #agingFrom}
     */
    public StoredResponse markedStale(long sinceMillis) {
        return new StoredResponse(this, times.markedStale(sinceMillis), forms);
    }

    /**
     * {@return the age in seconds (RFC 9111 §4.2.3)} A response that was marked stale is never younger than its freshness
     * lifetime, so that no downstream cache considers it fresh.
     *
     * @param nowMillis the current time, by the clock of {@link #agingFrom}
     */
    public long ageAt(long nowMillis) {
        return times.ageAt(nowMillis);
    }

    /**
     * {@return the form of this response that a request selects by {@code Accept-Encoding}}
     *
     * @param request the fields of the request
     */
    public StoredResponse selectedBy(FieldLines request) {
        return forms == null ? this : forms.selectedBy(request);
    }

    /** {@return whether {@link #body} has to compress the body first, because no client has needed this form yet} */
    public boolean compressesFirst() {
        return compressed != null && !compressed.isCompressed();
    }

    /** {@return whether the response has a compressed form whose body no client has needed yet} */
    public boolean lacksCompressedBody() {
        return forms != null && forms.lackBodies();
    }

    /**
     * Sets what to call when the body has been compressed, so that the response takes more memory.
     *
     * @param grown is called once for each coding, on the thread that compresses the body, or at once if it is compressed already;
     *     never if the response has no compressed form
     */
    public void onCompression(Runnable grown) {
        if (forms != null) {
            forms.bodies().forEach(body -> body.onCompression(grown));
        }
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
        return body != null ? body : Objects.requireNonNull(compressed).bytes();
    }

    /**
     * {@return the body compressed with gzip, which must not be modified, or null if it has no compressed form} The first call
     * compresses it.
     */
    public byte @Nullable [] compressedBody() {
        return forms == null ? null : forms.gzip();
    }

    /** {@return the compressed forms of this response's body} */
    List<EncodedForm> compressedForms() {
        return forms == null ? List.of() : forms.bodies();
    }

    /** {@return the lifetime of the response} */
    public Lifetime lifetime() {
        return times.lifetime();
    }

    /** {@return the time at which the handler was called, in milliseconds since the epoch} */
    public long requestTimeMillis() {
        return times.requestTimeMillis();
    }

    /** {@return the time at which the response arrived, in milliseconds since the epoch} */
    public long responseTimeMillis() {
        return times.responseTimeMillis();
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
        return Freshness.dateValue(fields, times.responseTimeMillis());
    }

    /** {@return whether the response has a validator} */
    public boolean hasValidator() {
        return entityTag != null || lastModified != null;
    }

    /** {@return the approximate heap size of the response in bytes} */
    public long footprint() {
        return 200 + body().length + fields.footprint() + (forms == null ? 0 : forms.footprint());
    }
}
