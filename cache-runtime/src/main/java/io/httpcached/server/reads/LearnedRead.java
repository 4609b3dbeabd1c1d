package io.httpcached.server.reads;

import io.httpcached.core.RequestPart;
import io.httpcached.server.report.RouteReport;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * A part of the request that the handlers of a route read although the key does not contain it. Thread-safe.
 */
final class LearnedRead {

    /** Long enough to notice a value that is new in each request, such as a request id; short enough to recover from an attack. */
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final RequestPart part;
    private final String reader;
    private final String firstRequest;
    private final Set<String> values = new HashSet<>();
    private long windowEndsMillis;

    LearnedRead(RequestPart part, String reader, String firstRequest) {
        this.part = part;
        this.reader = reader;
        this.firstRequest = firstRequest;
    }

    /** Returns the report on this part. */
    synchronized RouteReport.Learned report(int maximum, Clock clock) {
        boolean tooManyValues = values.size() > maximum && clock.millis() < windowEndsMillis;
        return new RouteReport.Learned(part.toString(), reader, firstRequest, !tooManyValues);
    }

    /**
     * Counts a value. The caches of all URLs have as many entries as there are URLs, so parts of the URL have no limit.
     *
     * @return whether the number of values within a minute is at most the maximum
     */
    boolean admits(String value, int maximum, Clock clock) {
        return switch (part.kind()) {
            case PARAMETER, QUERY, PATH -> true;
            case FIELD, LINES, COOKIE, ATTRIBUTE, LOCALE, HOST, SCHEME -> count(value, maximum, clock.millis());
        };
    }

    private synchronized boolean count(String value, int maximum, long now) {
        if (now >= windowEndsMillis) {
            values.clear();
            windowEndsMillis = now + WINDOW.toMillis();
        }
        if (values.size() <= maximum) {
            values.add(value);
        }
        return values.size() <= maximum;
    }
}
