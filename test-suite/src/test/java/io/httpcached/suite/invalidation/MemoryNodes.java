package io.httpcached.suite.invalidation;

import io.httpcached.engine.EntryStore;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.time.Clock;
import java.util.Collections;
import java.util.List;

/** The one node that a cache in the heap has, as often as it is asked for. */
final class MemoryNodes implements Nodes {

    private static final long BYTES = 100_000;

    @Override
    public List<EntryStore> open(int count, Wiring wiring) {
        return Collections.nCopies(count, new MemoryEntryStore(BYTES, Clock.systemUTC()));
    }
}
