package io.httpcached.suite.invalidation;

import io.httpcached.store.CacheStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Records the operations of a backend in order, each with its number of keys. Thread-safe. */
final class OperationLog extends InterceptingStore {

    private final Queue<String> operations = new ConcurrentLinkedQueue<>();

    OperationLog(CacheStore backend) {
        super(backend);
    }

    @Override
    <T> CompletionStage<T> around(String name, List<String> keys, Supplier<CompletionStage<T>> operation) {
        operations.add(name + " of " + keys.size());
        return operation.get();
    }

    /** Returns the operations since the last call, and forgets them. */
    List<String> take() {
        List<String> taken = new ArrayList<>();
        for (String next = operations.poll(); next != null; next = operations.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
