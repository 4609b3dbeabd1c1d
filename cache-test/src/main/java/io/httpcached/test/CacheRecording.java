package io.httpcached.test;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * The decisions of the cache about the requests of clients since the test began, the latest 10,000 of them. Injectable.
 * Thread-safe. A response is recorded before its client receives it. Background refreshes are not recorded, because no client
 * receives their responses.
 *
 * <pre>{@code
 * assertThat(recording.outcomes("/products/7")).containsExactly(MISS, HIT);
 * }</pre>
 */
@Singleton
public final class CacheRecording {

    private static final int CAPACITY = 10_000;

    private final Deque<CacheDecision> decisions = new ArrayDeque<>();

    CacheRecording() {}

    /**
     * Returns the decisions about all requests.
     *
     * @return an immutable copy, in the order of the responses
     */
    public synchronized List<CacheDecision> decisions() {
        return List.copyOf(decisions);
    }

    /**
     * Returns the outcomes of the requests of one path. Responses without {@code Cache-Status} are left out.
     *
     * @param path the path, as clients sent it, without the query
     * @return an immutable list, in the order of the responses
     */
    public List<CacheStatus.Outcome> outcomes(String path) {
        return decisions().stream()
                .filter(decision -> decision.path().equals(path))
                .map(CacheDecision::cacheStatus)
                .filter(Objects::nonNull)
                .map(CacheStatus::outcome)
                .toList();
    }

    /** Removes all decisions. The test kit calls this method before each test. */
    public synchronized void clear() {
        decisions.clear();
    }

    synchronized void add(CacheDecision decision) {
        if (decisions.size() == CAPACITY) {
            decisions.removeFirst();
        }
        decisions.addLast(decision);
    }
}
