package io.httpcached.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates conditional requests (RFC 9110 §13) in the place of the origin server. */
public final class Preconditions {

    /** What the conditions of a request come to. */
    public enum Verdict {
        /** Answer as if there were no conditions. */
        PROCEED,
        /** Answer with 304. */
        NOT_MODIFIED,
        /** Answer with 412. */
        FAILED
    }

    private Preconditions() {}

    /**
     * {@return whether a request carries a condition}
     *
     * @param request the request
     */
    public static boolean isConditional(CacheRequest request) {
        FieldLines fields = request.fields();
        return fields.has("If-None-Match")
                || fields.has("If-Modified-Since")
                || fields.has("If-Match")
                || fields.has("If-Unmodified-Since");
    }

    /**
     * {@return the verdict on a stored response} Where it has no modification date, its {@code Date} or the time it
     * arrived stands in when {@code If-Modified-Since} is evaluated (RFC 9111 §4.3.2).
     *
     * @param request the request
     * @param stored the selected response
     * @param nowMillis the time now, by which two-digit years are understood
     */
    public static Verdict evaluate(CacheRequest request, StoredResponse stored, long nowMillis) {
        if (!isConditional(request) || !isSuccessful(stored.status())) {
            return Verdict.PROCEED;
        }
        Instant lastModified = stored.lastModified();
        Instant changed = lastModified != null ? lastModified : stored.date();
        return evaluate(request, stored.entityTag(), lastModified, changed, nowMillis);
    }

    /**
     * {@return the verdict on a response}
     *
     * @param request the request
     * @param status the status it would be answered with; conditions apply to 2xx alone (§13.2.1)
     * @param entityTag its entity tag
     * @param lastModified its modification date
     * @param nowMillis the time now, by which two-digit years are understood
     */
    public static Verdict evaluate(
            CacheRequest request,
            int status,
            @Nullable EntityTag entityTag,
            @Nullable Instant lastModified,
            long nowMillis) {
        if (!isConditional(request) || !isSuccessful(status)) {
            return Verdict.PROCEED;
        }
        return evaluate(request, entityTag, lastModified, lastModified, nowMillis);
    }

    /** The order of §13.2.2: a tag goes before a date, and what asks for no change before what asks for one. */
    private static Verdict evaluate(
            CacheRequest request,
            @Nullable EntityTag entityTag,
            @Nullable Instant lastModified,
            @Nullable Instant changed,
            long nowMillis) {
        FieldLines fields = request.fields();
        boolean asExpected = fields.has("If-Match")
                ? matches(fields.all("If-Match"), entityTag, true)
                : !isAfter(lastModified, date(fields, "If-Unmodified-Since", nowMillis));
        if (!asExpected) {
            return Verdict.FAILED;
        }
        if (fields.has("If-None-Match")) {
            boolean known = matches(fields.all("If-None-Match"), entityTag, false);
            return known ? unchanged(request) : Verdict.PROCEED;
        }
        Instant since = date(fields, "If-Modified-Since", nowMillis);
        boolean modified = since == null || changed == null || changed.isAfter(since);
        return modified || !request.isGetOrHead() ? Verdict.PROCEED : Verdict.NOT_MODIFIED;
    }

    private static Verdict unchanged(CacheRequest request) {
        return request.isGetOrHead() ? Verdict.NOT_MODIFIED : Verdict.FAILED;
    }

    /** §13.1.1 compares strongly, §13.1.2 weakly; {@code *} is whatever exists. */
    private static boolean matches(List<String> lines, @Nullable EntityTag entityTag, boolean strongly) {
        if (lines.size() == 1 && lines.get(0).trim().equals("*")) {
            return true;
        }
        if (entityTag == null) {
            return false;
        }
        for (EntityTag candidate : EntityTag.parseList(lines)) {
            if (strongly ? candidate.strongEquals(entityTag) : candidate.weakEquals(entityTag)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAfter(@Nullable Instant lastModified, @Nullable Instant since) {
        return lastModified != null && since != null && lastModified.isAfter(since);
    }

    /** §13.1.3, §13.1.4: a date that is invalid or given twice is ignored. */
    private static @Nullable Instant date(FieldLines fields, String name, long nowMillis) {
        String text = fields.first(name);
        return text == null || fields.all(name).size() > 1 ? null : HttpDate.parse(text, nowMillis);
    }

    private static boolean isSuccessful(int status) {
        return status >= 200 && status < 300;
    }
}
