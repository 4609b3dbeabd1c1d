package io.httpcached.core;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Evaluates conditional requests (RFC 9110 §13) on behalf of the origin server. */
public final class Preconditions {

    /** The result of the preconditions of a request. */
    public enum Verdict {
        /** Respond as if there were no preconditions. */
        PROCEED,
        /** Respond with 304. */
        NOT_MODIFIED,
        /** Respond with 412. */
        FAILED
    }

    private Preconditions() {}

    /**
     * {@return whether a request has a precondition}
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
     * {@return the verdict on a stored response} If the response has no modification date, {@code If-Modified-Since} is compared
     * with its {@code Date} or its time of arrival (RFC 9111 §4.3.2).
     *
     * @param request the request
     * @param stored the selected response
     * @param nowMillis the current time, which is needed to interpret two-digit years
     */
    public static Verdict evaluate(CacheRequest request, StoredResponse stored, long nowMillis) {
        if (!isConditional(request) || !isSuccessful(stored.status())) {
            return Verdict.PROCEED;
        }
        Instant lastModified = stored.lastModified();
        return evaluate(
                request,
                stored.entityTag(),
                lastModified,
                lastModified != null ? () -> lastModified : stored::date,
                nowMillis);
    }

    /**
     * {@return the verdict on a response}
     *
     * @param request the request
     * @param status the status without preconditions, which apply to 2xx only (§13.2.1)
     * @param entityTag the entity tag of the response, or null
     * @param lastModified the modification date of the response, or null
     * @param nowMillis the current time, which is needed to interpret two-digit years
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
        return evaluate(request, entityTag, lastModified, () -> lastModified, nowMillis);
    }

    /**
     * Evaluates in the order of §13.2.2: tags before dates, and If-Match and If-Unmodified-Since before the others.
     *
     * @param changed returns the date for {@code If-Modified-Since}, which is parsed only where a tag does not decide
     */
    private static Verdict evaluate(
            CacheRequest request,
            @Nullable EntityTag entityTag,
            @Nullable Instant lastModified,
            Supplier<@Nullable Instant> changed,
            long nowMillis) {
        FieldLines fields = request.fields();
        boolean asExpected = fields.has("If-Match")
                ? matches(fields.all("If-Match"), entityTag, true)
                : lastModified == null || !isAfter(lastModified, date(fields, "If-Unmodified-Since", nowMillis));
        if (!asExpected) {
            return Verdict.FAILED;
        }
        String tags = fields.first("If-None-Match");
        if (tags != null) {
            // Most clients send the one tag that they have, which needs no parser.
            boolean known = (entityTag != null && tags.equals(entityTag.toString()))
                    || matches(fields.all("If-None-Match"), entityTag, false);
            return known ? unchanged(request) : Verdict.PROCEED;
        }
        Instant since = date(fields, "If-Modified-Since", nowMillis);
        if (since == null || !request.isSafe()) {
            return Verdict.PROCEED;
        }
        Instant date = changed.get();
        return date == null || date.isAfter(since) ? Verdict.PROCEED : Verdict.NOT_MODIFIED;
    }

    private static Verdict unchanged(CacheRequest request) {
        return request.isSafe() ? Verdict.NOT_MODIFIED : Verdict.FAILED;
    }

    /** §13.1.1 compares strongly, §13.1.2 weakly; {@code *} matches any existing response. */
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

    private static boolean isAfter(Instant lastModified, @Nullable Instant since) {
        return since != null && lastModified.isAfter(since);
    }

    /** §13.1.3, §13.1.4: an invalid or repeated date is ignored. */
    private static @Nullable Instant date(FieldLines fields, String name, long nowMillis) {
        String text = fields.first(name);
        return text == null || fields.all(name).size() > 1 ? null : HttpDate.parse(text, nowMillis);
    }

    private static boolean isSuccessful(int status) {
        return status >= 200 && status < 300;
    }
}
