package io.httpcached.suite.invalidation;

import io.httpcached.store.CacheStore;
import io.httpcached.store.ChangeFeed;
import io.httpcached.store.ChangeListener;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Passes the reports on one connection to a backend on to many nodes, so that a test can open thousands of them. */
final class SharedReports implements ChangeListener {

    private final CacheStore backend;
    private final ChangeFeed feed;
    private final Set<ChangeListener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicInteger gaps = new AtomicInteger();

    /** Lets a backend report changes, and waits until it does. */
    SharedReports(CacheStore backend) {
        this.backend = backend;
        this.feed = backend.reportChanges(this).orElseThrow();
        int before;
        do {
            before = gaps.get();
            confirm().toCompletableFuture().join();
        } while (gaps.get() != before);
    }

    /** Returns a stage that completes when all nodes have heard of all changes before this call. */
    CompletionStage<Void> confirm() {
        return feed.confirm();
    }

    /** Returns the backend as one node sees it. */
    CacheStore view() {
        return new View();
    }

    @Override
    public void changed(Collection<String> keys) {
        listeners.forEach(each -> each.changed(keys));
    }

    @Override
    public void changedAll() {
        listeners.forEach(ChangeListener::changedAll);
    }

    @Override
    public void gap(String reason) {
        gaps.incrementAndGet();
        listeners.forEach(each -> each.gap(reason));
    }

    private final class View extends InterceptingStore {

        private ChangeListener own = SharedReports.this;

        View() {
            super(backend);
        }

        @Override
        <T> CompletionStage<T> around(String name, List<String> keys, Supplier<CompletionStage<T>> operation) {
            return operation.get();
        }

        @Override
        public Optional<ChangeFeed> reportChanges(ChangeListener listener) {
            own = listener;
            listeners.add(listener);
            return Optional.of(SharedReports.this::confirm);
        }

        /** Leaves the backend to the other nodes. */
        @Override
        public void close() {
            listeners.remove(own);
        }
    }
}
