package io.httpcached.suite.invalidation;

import io.httpcached.engine.EntryStore;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.time.Clock;
import java.util.Collections;
import java.util.List;

/** Opens nodes over the memory store. The store belongs to one node, so all opened nodes are the same one. */
final class MemoryNodes implements Nodes {

    private static final long BYTES = 100_000;

    @Override
    public List<EntryStore> open(int count, Wiring wiring) {
        return Collections.nCopies(count, new MemoryEntryStore(BYTES, Clock.systemUTC()));
    }
}
