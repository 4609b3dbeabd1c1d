package io.httpcached.server.reads;

import io.httpcached.annotation.UnkeyedReads;
import io.httpcached.core.CacheRequest;
import io.httpcached.core.Reads;
import io.httpcached.core.RequestPart;
import io.httpcached.core.Sharing;
import io.httpcached.server.config.ReadsConfiguration;
import io.httpcached.server.interceptor.KeyInputs;
import io.httpcached.server.report.RouteReport;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what the reads of the handlers of one route mean, by the setting {@code unkeyed-reads}. Thread-safe. */
public final class RouteReads {

    static final RequestPart CREDENTIALS = RequestPart.field("Authorization");

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private final String route;
    private final UnkeyedReads setting;
    private final Sharing sharing;
    private final ReadsConfiguration settings;
    private final LearnedReads learned;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    /** A key generator always writes the same parts, so those of the first request hold for all. */
    private volatile @Nullable KeyInputs key;

    /**
     * Creates the reads of a route.
     *
     * @param route the method of the route, for messages
     * @param setting the rule for reads that the key does not contain
     * @param sharing the clients that an entry may be served to
     * @param settings the parts that never count, and the limits
     * @param clock the clock for the limit of values
     */
    public RouteReads(String route, UnkeyedReads setting, Sharing sharing, ReadsConfiguration settings, Clock clock) {
        this.route = route;
        this.setting = setting;
        this.sharing = sharing;
        this.settings = settings;
        this.learned = new LearnedReads(settings, clock);
    }

    /** {@return the rule for reads that the key does not contain} */
    public UnkeyedReads setting() {
        return setting;
    }

    /**
     * Begins to record what one run reads.
     *
     * @param inputs reads the parts that the key generator writes
     * @param attributes the request attributes that key contributors read for this request
     * @return the record, or null if nobody observes the route
     */
    public @Nullable RequestReads begin(Supplier<KeyInputs> inputs, Set<String> attributes) {
        if (setting == UnkeyedReads.IGNORE || setting == UnkeyedReads.HIDE) {
            return null;
        }
        KeyInputs known = key;
        if (known == null) {
            known = inputs.get();
            key = known;
        }
        return new RequestReads(this, new CountedReads(settings, known, attributes));
    }

    /**
     * Ends the record of a run, and decides what follows.
     *
     * @param run the record
     * @param request the request
     * @param unstoredError tells whether the response is an error response that is not stored. The server's error pages contain the
     *     path of the request, in the format that it asks for; they would fail in place of the error itself
     * @param description returns the method and URI of the request
     * @return the reads that select the response, or keep it from being stored
     * @throws UnkeyedReadException if the setting is {@code fail} and something was read that the key does not contain
     */
    public Reads end(
            RequestReads run, CacheRequest request, BooleanSupplier unstoredError, Supplier<String> description) {
        RequestReads.Summary summary = run.end();
        if (summary.isEmpty()) {
            return summary.vary().isEmpty()
                    ? Reads.NONE
                    : new Reads(List.of(), List.copyOf(summary.vary()), false, null);
        }
        return switch (setting) {
            case FAIL -> unstoredError.getAsBoolean() ? Reads.NONE : fail(summary);
            case WARN -> unstoredError.getAsBoolean() ? Reads.NONE : warn(summary, description.get());
            default -> select(summary, request, description.get());
        };
    }

    private Reads select(RequestReads.Summary summary, CacheRequest request, String description) {
        String objection = null;
        for (Map.Entry<RequestPart, String> read : summary.parts().entrySet()) {
            objection =
                    first(objection, objection(learned.learn(read.getKey(), read.getValue(), request, description)));
        }
        for (Map.Entry<String, String> read : summary.properties().entrySet()) {
            String property = read.getKey();
            learned.object(property, read.getValue(), description);
            logOnce(property, "Responses of {} are not stored: {}", ReadMessages.property(property, read.getValue()));
            objection = first(objection, "the handler read " + property);
        }
        if (summary.userReader() != null && isPublic()) {
            logOnce(
                    "the user",
                    "Responses of {} are not stored, although its scope is PUBLIC: {}",
                    ReadMessages.user(summary.userReader()));
        }
        return new Reads(sorted(summary.parts().keySet()), vary(summary), summary.userReader() != null, objection);
    }

    private @Nullable String objection(LearnedReads.@Nullable Excess excess) {
        if (excess == null) {
            return null;
        }
        logOnce(
                "limit " + excess.name(),
                "Responses of {} that depend on {}",
                excess.text()
                        + " are not stored; see http-cache.reads." + excess.property()
                        + ", and http-cache.reads.ignored-fields and ignored-attributes if they do not depend on it");
        return "the responses depend on " + excess.text();
    }

    private Reads warn(RequestReads.Summary summary, String description) {
        summary.parts().forEach((part, reader) -> learned.findOrAdd(part, reader, description));
        summary.properties().forEach((property, reader) -> learned.object(property, reader, description));
        relevant(summary)
                .forEach((name, message) -> logOnce(name, "The key of {} lacks what its handler reads: {}", message));
        return Reads.NONE;
    }

    private Reads fail(RequestReads.Summary summary) {
        Map<String, String> messages = relevant(summary);
        if (messages.isEmpty()) {
            return Reads.NONE;
        }
        throw new UnkeyedReadException(
                "The key of " + route + " lacks what its handler reads: " + String.join("; ", messages.values()));
    }

    /** Without a user, the handler of a route whose entries no user is served reads that there is none. */
    private Map<String, String> relevant(RequestReads.Summary summary) {
        return ReadMessages.of(
                isPublic()
                        ? summary
                        : new RequestReads.Summary(summary.parts(), summary.properties(), summary.vary(), null));
    }

    private void logOnce(String name, String format, String message) {
        if (logged.size() < 1000 && logged.add(name)) {
            LOG.warn(format, route, message);
        }
    }

    private static List<RequestPart> sorted(Collection<RequestPart> parts) {
        return parts.stream().sorted().toList();
    }

    private static List<String> vary(RequestReads.Summary summary) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(summary.vary());
        summary.parts().keySet().stream()
                .map(ReadNames::vary)
                .filter(Objects::nonNull)
                .forEach(names::add);
        return List.copyOf(names);
    }

    private static @Nullable String first(@Nullable String objection, @Nullable String other) {
        return objection == null ? other : objection;
    }

    /** {@return the parts that handlers have read beside the key so far, sorted by the texts of the parts} */
    public List<RouteReport.Learned> learned() {
        return learned.report();
    }

    boolean isLearned(RequestPart part) {
        return learned.contains(part);
    }

    boolean isPerUser() {
        return sharing == Sharing.PRIVATE;
    }

    /** Returns whether users are served shared entries. The log names the class that reads the user for no others. */
    boolean isPublic() {
        return sharing == Sharing.PUBLIC;
    }
}
