package io.httpcached.server.reads;

import io.httpcached.core.CacheRequest;
import io.httpcached.core.RequestPart;
import io.httpcached.server.config.ReadsConfiguration;
import io.httpcached.server.report.RouteReport;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What handlers of one route have read beside the key so far, within the limits that clients cannot exceed. Thread-safe. */
final class LearnedReads {

    private final ReadsConfiguration settings;
    private final Clock clock;
    private final ConcurrentMap<RequestPart, LearnedRead> reads = new ConcurrentHashMap<>();

    /** Reads that keep responses from being stored, by description. */
    private final ConcurrentMap<String, RouteReport.Learned> objections = new ConcurrentHashMap<>();

    /**
     * A limit that a read exceeds.
     *
     * @param name a name for the excess, of which the log tells once
     * @param text says of what there are too many
     * @param property the last part of the property that sets the limit
     */
    record Excess(String name, String text, String property) {}

    LearnedReads(ReadsConfiguration settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    boolean contains(RequestPart part) {
        return reads.containsKey(part);
    }

    /**
     * Learns that a part was read for a request.
     *
     * @param part the part
     * @param reader the class that read it
     * @param request the request
     * @param description the method and URI of the request
     * @return the limit that keeps the response from being stored, or null
     */
    @Nullable
    Excess learn(RequestPart part, String reader, CacheRequest request, String description) {
        LearnedRead read = findOrAdd(part, reader, description);
        if (read == null) {
            object(part.toString(), reader, description);
            String text = "more than " + settings.getMaximumNames() + " parts of the request, among them "
                    + ReadMessages.describe(part);
            return new Excess("names", text, "maximum-names");
        }
        if (read.admits(request.text(part), settings.getMaximumValues(), clock)) {
            return null;
        }
        String text = "more than " + settings.getMaximumValues() + " values a minute of " + ReadMessages.describe(part);
        return new Excess(part.text(), text, "maximum-values");
    }

    /** Learns that a property of the client was read, which cannot select a response. */
    void object(String property, String reader, String description) {
        if (objections.size() < settings.getMaximumNames()) {
            objections.computeIfAbsent(property, name -> new RouteReport.Learned(name, reader, description, false));
        }
    }

    /** Returns what is known of a part, or null if there is no room for another one. */
    @Nullable
    LearnedRead findOrAdd(RequestPart part, String reader, String description) {
        LearnedRead known = reads.get(part);
        return known != null || reads.size() >= settings.getMaximumNames()
                ? known
                : reads.computeIfAbsent(part, name -> new LearnedRead(name, reader, description));
    }

    /** Returns the reads, sorted by the texts of the parts. */
    List<RouteReport.Learned> report() {
        Stream<RouteReport.Learned> selecting =
                reads.values().stream().map(read -> read.report(settings.getMaximumValues(), clock));
        return Stream.concat(selecting, objections.values().stream())
                .sorted(Comparator.comparing(RouteReport.Learned::part))
                .toList();
    }
}
