package io.httpcached.core;

import io.httpcached.core.RangeSelection.Multiple;
import io.httpcached.core.RangeSelection.Single;
import io.httpcached.core.RangeSelection.Unsatisfiable;
import io.httpcached.core.RangeSelection.Whole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates {@code Range} and {@code If-Range} (RFC 9110 §13.1.5, §14.2). */
public final class Ranges {

    /** The maximum number of ranges. The whole body is sent for requests with more (§14.2, §17.15). */
    static final int MAXIMUM_RANGES = 32;

    private static final RangeSelection WHOLE = new Whole();
    private static final RangeSelection UNSATISFIABLE = new Unsatisfiable();
    private static final String UNIT = "bytes=";

    private Ranges() {}

    /**
     * {@return the part of a stored response that a request selects} Call it after {@link Preconditions}. Only a GET of a 200
     * response can select a part. {@code Range} is not a list field, so two lines of it are malformed.
     *
     * @param request the request
     * @param stored the selected response
     * @param nowMillis the current time, which is needed to interpret two-digit years
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

    /** §13.1.5: the validator must be strong; a date is strong if it is at least one second older than the response. */
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
     * {@return the ranges of a body} A field that is malformed, has another unit, or has overlapping or too many ranges is
     * ignored, which §14.2 always allows.
     *
     * @param value the value of the {@code Range} field
     * @param length the length of the body
     */
    static RangeSelection parse(String value, int length) {
        if (!value.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return WHOLE;
        }
        List<String> specs = Tokens.members(List.of(value.substring(UNIT.length())));
        if (specs.isEmpty() || specs.size() > MAXIMUM_RANGES) {
            return WHOLE;
        }
        List<ByteRange> ranges = new ArrayList<>(specs.size());
        for (String text : specs) {
            RangeSpec spec = RangeSpec.parse(text);
            // The suffix of an empty body is the whole body, which Content-Range cannot express.
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

    /**
     * A requested range (RFC 9110 §14.1.1).
     *
     * @param first the offset of the first byte, or {@link Digits#INVALID} for a suffix of the body
     * @param last the offset of the last byte, the length of the suffix, or {@link Digits#INVALID} for the rest of the body
     */
    private record RangeSpec(long first, long last) {

        /** {@return the range in a text, or null if it is malformed} */
        static @Nullable RangeSpec parse(String text) {
            int dash = text.indexOf('-');
            if (dash < 0) {
                return null;
            }
            RangeSpec spec =
                    new RangeSpec(Digits.parse(text.substring(0, dash)), Digits.parse(text.substring(dash + 1)));
            boolean firstGiven = dash > 0;
            boolean lastGiven = dash < text.length() - 1;
            boolean numbers = firstGiven == spec.first >= 0 && lastGiven == spec.last >= 0;
            boolean forwards = !firstGiven || !lastGiven || spec.first <= spec.last;
            return numbers && forwards && (firstGiven || lastGiven) ? spec : null;
        }

        boolean isSuffix() {
            return first < 0;
        }

        /** {@return the selected part of a body, or null if it is empty (§14.1.2)} */
        @Nullable
        ByteRange within(int length) {
            long from = isSuffix() ? Math.max(0, length - last) : first;
            long to = isSuffix() || last < 0 ? length - 1L : Math.min(last, length - 1L);
            return from <= to ? new ByteRange((int) from, (int) to) : null;
        }
    }
}
