package io.httpcached.core;

import io.httpcached.core.RangeSelection.Multiple;
import io.httpcached.core.RangeSelection.Single;
import io.httpcached.core.RangeSelection.Unsatisfiable;
import io.httpcached.core.RangeSelection.Whole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code Range} and {@code If-Range} (RFC 9110 §13.1.5, §14.2). */
public final class Ranges {

    /** More ranges than that are not asked for in earnest (§14.2, §17.15): the whole is sent. */
    static final int MOST_RANGES = 32;

    private static final RangeSelection WHOLE = new Whole();
    private static final RangeSelection UNSATISFIABLE = new Unsatisfiable();
    private static final String UNIT = "bytes=";

    private Ranges() {}

    /**
     * {@return what a request asks for of a stored response} To be asked after {@link Preconditions}. Only a GET of a 200
     * can ask for a part. The field is no list: two lines of it are malformed.
     *
     * @param request the request
     * @param stored the selected response
     * @param nowMillis the time now, by which two-digit years are understood
     */
    public static RangeSelection select(CacheRequest request, StoredResponse stored, long nowMillis) {
        List<String> ranges = request.fields().all("Range");
        if (ranges.size() != 1 || stored.status() != 200 || !request.method().equals("GET")) {
            return WHOLE;
        }
        String validator = request.fields().first("If-Range");
        return validator == null || isCurrent(validator, stored, nowMillis)
                ? parse(ranges.get(0), stored.body().length)
                : WHOLE;
    }

    /** §13.1.5: the validator must be a strong one; a date is strong if it is older than the response by a second. */
    private static boolean isCurrent(String validator, StoredResponse stored, long nowMillis) {
        EntityTag tag = EntityTag.parse(validator);
        if (tag != null) {
            EntityTag entityTag = stored.entityTag();
            return entityTag != null && tag.strongEquals(entityTag);
        }
        Instant lastModified = stored.lastModified();
        return lastModified != null
                && lastModified.equals(HttpDate.parse(validator, nowMillis))
                && !stored.date().isBefore(lastModified.plusSeconds(1));
    }

    /**
     * {@return the ranges of a body} What is malformed, of another unit, overlapping or too much is ignored, which §14.2
     * always allows.
     *
     * @param value the value of a {@code Range} field
     * @param length the length of the body
     */
    static RangeSelection parse(String value, int length) {
        if (!value.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return WHOLE;
        }
        List<String> specs = Tokens.members(List.of(value.substring(UNIT.length())));
        if (specs.isEmpty() || specs.size() > MOST_RANGES) {
            return WHOLE;
        }
        List<ByteRange> ranges = new ArrayList<>(specs.size());
        for (String text : specs) {
            RangeSpec spec = RangeSpec.parse(text);
            // The last bytes of an empty body are all of it, which no Content-Range can express.
            if (spec == null || (length == 0 && spec.isSuffix() && spec.last() > 0)) {
                return WHOLE;
            }
            ByteRange range = spec.within(length);
            if (range != null) {
                ranges.add(range);
            }
        }
        return select(ranges);
    }

    private static RangeSelection select(List<ByteRange> ranges) {
        if (ranges.isEmpty()) {
            return UNSATISFIABLE;
        }
        if (ranges.size() == 1) {
            return new Single(ranges.get(0));
        }
        return overlap(ranges) ? WHOLE : new Multiple(List.copyOf(ranges));
    }

    private static boolean overlap(List<ByteRange> ranges) {
        for (int i = 0; i < ranges.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (ranges.get(i).first() <= ranges.get(j).last()
                        && ranges.get(j).first() <= ranges.get(i).last()) {
                    return true;
                }
            }
        }
        return false;
    }
}
