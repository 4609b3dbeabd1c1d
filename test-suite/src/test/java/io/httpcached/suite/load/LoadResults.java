package io.httpcached.suite.load;

import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects the results of the clients. Thread-safe. */
final class LoadResults {

    private static final Logger LOG = LoggerFactory.getLogger("measured");
    private static final Duration SLOWEST = Duration.ofSeconds(10);
    private static final int SHOWN = 30;

    private final ConcurrentMap<String, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final ConcurrentMap<RequestKind, Long> slowestMillis = new ConcurrentHashMap<>();
    private final Queue<String> shown = new ConcurrentLinkedQueue<>();
    private final AtomicInteger wrong = new AtomicInteger();

    void received(LoadRequest request, WireResponse response, Duration time) {
        count(request.kind() + " " + response.status() + ' ' + outcome(response));
        slowestMillis.merge(request.kind(), time.toMillis(), Math::max);
        String problem = request.check().problem(response);
        if (problem != null) {
            wrong(request.method() + ' ' + request.target() + ' ' + request.headerLines() + ": " + problem);
        }
        if (time.compareTo(SLOWEST) > 0) {
            wrong(request.method() + ' ' + request.target() + " took " + time);
        }
    }

    void count(String outcome) {
        outcomes.computeIfAbsent(outcome, first -> new LongAdder()).increment();
    }

    /** Returns the number of responses. */
    long count() {
        return outcomes.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Records an error, and logs the first ones at once. */
    void wrong(String description) {
        if (wrong.incrementAndGet() <= SHOWN) {
            LOG.error("WRONG: {}", description);
            shown.add(description);
        }
    }

    /** Returns the first errors. */
    List<String> wrong() {
        return List.copyOf(shown);
    }

    String summary() {
        List<String> lines = new ArrayList<>();
        Map<String, LongAdder> sorted = new TreeMap<>(outcomes);
        lines.add("responses: " + count());
        sorted.forEach((outcome, count) -> lines.add("  " + outcome + ": " + count));
        lines.add("slowest in milliseconds: " + new TreeMap<>(slowestMillis));
        lines.add("wrong: " + wrong);
        return String.join("\n", lines);
    }

    private static String outcome(WireResponse response) {
        String status = response.cacheStatus();
        return status.startsWith("hit")
                ? status.contains("ttl=-") ? "stale hit" : "hit"
                : status.contains("collapsed") ? "collapsed" : status.split(";", 2)[0];
    }
}
