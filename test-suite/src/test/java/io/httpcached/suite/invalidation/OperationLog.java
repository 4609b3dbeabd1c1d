package io.httpcached.suite.invalidation;

import io.httpcached.store.CacheStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Writes down what a backend is asked to do, in order: the operation, and for how many keys. Thread-safe. */
final class OperationLog extends WatchedStore {

    private final Queue<String> operations = new ConcurrentLinkedQueue<>();

    OperationLog(CacheStore backend) {
        super(backend);
    }

    @Override
    <T> CompletionStage<T> around(String name, List<String> keys, Supplier<CompletionStage<T>> operation) {
        operations.add(name + " of " + keys.size());
        return operation.get();
    }

    /** {@return what was written down since the last time} */
    List<String> take() {
        List<String> taken = new ArrayList<>();
        for (String next = operations.poll(); next != null; next = operations.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
