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
 * Opens nodes that share a backend; each node has its own local state. Every cache has its own key prefix, so that an
 * invalidation of all entries affects only one cache, and thousands of caches can be used at once.
 */
final class RemoteNodes implements Nodes {

    private static final Duration TAG_VERSION_TTL = Duration.ofDays(7);
    private static final long PENDING_BYTES = 64L * 1024 * 1024;

    /** The deadline of an operation, which is long because the machine may be busy. Other tests cover slow backends. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final CacheStore backend;

    RemoteNodes(CacheStore backend) {
        this.backend = backend;
    }

    @Override
    public List<EntryStore> open(int count, Wiring wiring) {
        String prefix = UUID.randomUUID() + ":";
        return IntStream.range(0, count)
                .<EntryStore>mapToObj(node -> node(prefix, wiring.between(node, backend)))
                .toList();
    }

    /** Returns a node whose keys begin with a prefix. */
    static RemoteEntryStore node(String prefix, CacheStore backend) {
        RemoteSettings settings = new RemoteSettings(
                TIMEOUT, prefix, "", TAG_VERSION_TTL, PENDING_BYTES, Duration.ZERO, Integer.MAX_VALUE, TIMEOUT);
        return new RemoteEntryStore("test", backend, new BinaryEntryCodec(), settings, Clock.systemUTC());
    }
}
