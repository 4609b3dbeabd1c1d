package io.httpcached.engine.near;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.httpcached.store.CacheStore;
import io.httpcached.store.ChangeFeed;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * This node among those that keep copies and confirm invalidations. Each confirmation of the backend begins with a look at the
 * list of nodes: copies are used only for the maximum lag after the list was read and had this node in it. An invalidation that
 * leaves out a node has read another list, later than that time. Thread-safe.
 *
 * <p>The feed of this class is the backend's own, with these steps around it.
 */
final class NearNodes implements ChangeFeed {

    /** If the backend loses the list, the nodes write it again. */
    private static final Duration LIST_TTL = Duration.ofDays(7);

    /** A node whose confirmation has expired is not waited for again. */
    private static final int CONFIRMATION_LAGS = 10;

    private static final int RENEWALS_PER_TTL = 3;

    private final CacheStore backend;
    private final ChangeFeed feed;
    private final NearKeys keys;
    private final Timing timing;
    private final RandomGenerator random;
    private final Duration confirmationTtl;
    private final String id;
    private volatile Seen seen;
    private volatile @Nullable Confirmed confirmed;

    /**
     * A list, and the time when this node read it first.
     *
     * @param list the list
     * @param sinceNanos the time
     */
    record Seen(NodeList list, long sinceNanos) {}

    /** The last number that this node has written, and when. */
    private record Confirmed(long number, long atNanos) {}

    /**
     * Creates a node that is not in the list yet.
     *
     * @param backend the backend
     * @param feed the changes that the backend reports
     * @param keys the keys of the values that the nodes share
     * @param maximumLag the time for which copies are used after a confirmation
     * @param timing the clocks
     * @param random the source of names and tokens
     */
    NearNodes(
            CacheStore backend,
            ChangeFeed feed,
            NearKeys keys,
            Duration maximumLag,
            Timing timing,
            RandomGenerator random) {
        this.backend = backend;
        this.feed = feed;
        this.keys = keys;
        this.timing = timing;
        this.random = random;
        this.confirmationTtl = maximumLag.multipliedBy(CONFIRMATION_LAGS);
        this.id = text();
        this.seen = new Seen(NodeList.NONE, timing.nanoTime().getAsLong());
    }

    /** {@return the list of nodes as this node has known it for some time} */
    Seen seen() {
        return seen;
    }

    /** {@return the name of this node} */
    String id() {
        return id;
    }

    /** {@return whether changed keys include the number of the latest invalidation, which this node is to confirm} */
    boolean isAsked(Collection<String> changed) {
        return changed.contains(keys.latest());
    }

    /** Reads the list first, and writes what it has confirmed last. */
    @Override
    public CompletionStage<Void> confirm() {
        return readListed().thenCompose(latest -> feed.confirm().thenCompose(done -> confirm(latest)));
    }

    /** {@return the number of the latest invalidation, once the list has been read with this node in it} */
    private CompletionStage<Long> readListed() {
        return read().thenCompose(values -> {
            NodeList list = see(values.get(0));
            return list.contains(id)
                    ? CompletableFuture.completedFuture(number(values.get(1)))
                    : join(values.get(0), list)
                            .thenCompose(joined -> read())
                            .thenApply(again -> numberIfListed(again.get(0), again.get(1)));
        });
    }

    private CompletionStage<List<byte @Nullable []>> read() {
        return backend.get(List.of(keys.nodes(), keys.latest()));
    }

    private NodeList see(byte @Nullable [] value) {
        NodeList list = NodeList.decode(value);
        if (!list.token().equals(seen.list.token())) {
            seen = new Seen(list, timing.nanoTime().getAsLong());
        }
        return list;
    }

    private long numberIfListed(byte @Nullable [] nodes, byte @Nullable [] latest) {
        if (!see(nodes).contains(id)) {
            throw new IllegalStateException("Another node changed the list of nodes at the same time.");
        }
        return number(latest);
    }

    private CompletionStage<Boolean> join(byte @Nullable [] value, NodeList list) {
        byte[] joined = list.with(id, text()).encode();
        return value == null
                ? backend.putIfAbsent(keys.nodes(), joined, LIST_TTL)
                : backend.replace(keys.nodes(), value, joined, LIST_TTL);
    }

    private CompletionStage<Void> confirm(long latest) {
        long now = timing.nanoTime().getAsLong();
        Confirmed last = confirmed;
        boolean due = last == null
                || last.number != latest
                || now - last.atNanos > confirmationTtl.toNanos() / RENEWALS_PER_TTL;
        if (!due) {
            return CompletableFuture.completedFuture(null);
        }
        return backend.put(keys.confirmed().apply(id), Long.toString(latest).getBytes(US_ASCII), confirmationTtl)
                .thenAccept(written -> confirmed = new Confirmed(latest, now));
    }

    /** Takes nodes from the list that have not confirmed anything for long. Another node may do so at the same time. */
    void remove(NodeList list, Collection<String> gone) {
        var unused = backend.replace(
                keys.nodes(), list.encode(), list.without(gone, text()).encode(), LIST_TTL);
    }

    /** Takes this node from the list, as far as the backend can be reached. */
    void leave() {
        NodeList list = seen.list;
        if (list.contains(id)) {
            remove(list, List.of(id));
        }
    }

    /** {@return a number that is written in digits, or 0} */
    static long number(byte @Nullable [] value) {
        if (value == null) {
            return 0;
        }
        try {
            return Long.parseLong(new String(value, US_ASCII).trim());
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    private String text() {
        return HexFormat.of().toHexDigits(random.nextLong());
    }
}
