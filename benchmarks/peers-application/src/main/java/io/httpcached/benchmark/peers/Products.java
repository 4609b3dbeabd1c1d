package io.httpcached.benchmark.peers;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * Returns lists of products and counts the calls, which are the handler runs. The lists exist before the first request, so
 * a handler costs no more than its serialization. Thread-safe.
 */
@Singleton
final class Products {

    private final List<Product> medium = numbered(15);
    private final List<Product> large = numbered(1_780);
    private final AtomicLong calls = new AtomicLong();

    /** Returns products of about 1.7 KB in JSON. */
    List<Product> medium() {
        calls.incrementAndGet();
        return medium;
    }

    /** Returns products of about 200 KB in JSON. */
    List<Product> large() {
        calls.incrementAndGet();
        return large;
    }

    /** Returns the number of calls that returned products. */
    long calls() {
        return calls.get();
    }

    private static List<Product> numbered(int count) {
        return LongStream.range(0, count).mapToObj(Product::numbered).toList();
    }
}
