package io.httpcached.suite.invalidation;

import io.httpcached.engine.EntryStore;
import io.httpcached.engine.codec.BinaryEntryCodec;
import io.httpcached.engine.remote.RemoteEntryStore;
import io.httpcached.engine.remote.RemoteSettings;
import io.httpcached.store.CacheStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Nodes that share a backend, each with a memory of its own of what it did. Every cache has its own prefix of keys, so that
 * invalidations which concern all entries concern those of one cache only, and thousands of caches can be in use at once.
 */
final class RemoteNodes implements Nodes {

    private static final Duration GENERATION_TTL = Duration.ofDays(7);
    private static final long PENDING_BYTES = 64L * 1024 * 1024;

    /** The machine may be busy; that a slow backend is not waited for is another test's business. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CacheStore backend;

    RemoteNodes(CacheStore backend) {
        this.backend = backend;
    }

    @Override
    public List<EntryStore> open(int count, Wiring wiring) {
        String prefix = UUID.randomUUID() + ":";
        return IntStream.range(0, count)
                .mapToObj(node -> node(prefix, wiring.between(node, backend)))
                .toList();
    }

    /** {@return a node whose keys begin with a prefix} */
    static EntryStore node(String prefix, CacheStore backend) {
        RemoteSettings settings = new RemoteSettings(
                PATIENCE, prefix, GENERATION_TTL, PENDING_BYTES, Duration.ZERO, Integer.MAX_VALUE, PATIENCE);
        return new RemoteEntryStore("test", backend, new BinaryEntryCodec(), settings, Clock.systemUTC());
    }
}
