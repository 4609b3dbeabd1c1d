package io.httpcached.suite.invalidation;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Entry;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.Lease;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.WriteResult;
import io.httpcached.engine.near.NearEntryStore;
import io.httpcached.engine.near.NearSettings;
import io.httpcached.engine.remote.RemoteEntryStore;
import io.httpcached.store.CacheStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Opens nodes that keep copies of the entries of one backend. A change completes when all nodes have heard of it: what a node may still
 * serve before that is a matter of time, and other tests cover it.
 */
final class NearNodes implements Nodes {

    /** No race takes that long. */
    private static final NearSettings SETTINGS = new NearSettings(64 * 1024, null, Duration.ofSeconds(30), false);

    private final SharedReports reports;
    private final LongAdder nearHits = new LongAdder();

    NearNodes(CacheStore backend) {
        this.reports = new SharedReports(backend);
    }

    /** Returns the number of lookups that a copy answered. */
    long nearHits() {
        return nearHits.sum();
    }

    @Override
    public List<EntryStore> open(int count, Wiring wiring) {
        String prefix = UUID.randomUUID() + ":";
        return IntStream.range(0, count)
                .<EntryStore>mapToObj(node -> node(prefix, wiring.between(node, reports.view())))
                .toList();
    }

    private Settled node(String prefix, CacheStore backend) {
        RemoteEntryStore entries = RemoteNodes.node(prefix, backend);
        NearEntryStore node = new NearEntryStore(entries, backend, SETTINGS, Clock.systemUTC());
        node.start();
        return new Settled(node);
    }

    @Override
    public void end(List<EntryStore> nodes) {
        nodes.forEach(EntryStore::close);
    }

    private final class Settled implements EntryStore {

        private final NearEntryStore node;

        Settled(NearEntryStore node) {
            this.node = node;
        }

        @Override
        public CompletionStage<LookupResult> lookup(CacheKey key, StoreRequest request) {
            return node.lookup(key, request).thenApply(found -> {
                if (found.near()) {
                    nearHits.increment();
                }
                return found;
            });
        }

        @Override
        public WriteResult put(
                CacheKey key, Entry entry, List<String> tags, TagSnapshot snapshot, Duration ttl, Deadline deadline) {
            WriteResult written = node.put(key, entry, tags, snapshot, ttl, deadline);
            return new WriteResult(written.kept(), written.done().thenCompose(done -> reports.confirm()));
        }

        @Override
        public CompletionStage<Optional<Lease>> lease(CacheKey key, StoreRequest request, TagSnapshot snapshot) {
            return node.lease(key, request, snapshot);
        }

        @Override
        public CompletionStage<Void> remove(CacheKey key, StoreRequest request) {
            return node.remove(key, request).thenCompose(done -> reports.confirm());
        }

        @Override
        public CompletionStage<Void> invalidate(Collection<String> tags, InvalidationMode mode) {
            return node.invalidate(tags, mode).thenCompose(done -> reports.confirm());
        }

        @Override
        public void close() {
            node.close();
        }
    }
}
