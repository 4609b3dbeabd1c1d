package io.httpcached.suite.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What a node has in use without load, and its comparison with an earlier moment. */
final class Leftovers {

    /** Nothing of these remains when nobody waits. */
    private static final List<String> TEMPORARY = List.of("fetches", "refreshes", "timeouts", "writes", "unconfirmed");

    /** The number of idle threads and buffers varies, and so does the heap after a collection. */
    private static final Map<String, Long> PERMITTED_GROWTH =
            Map.of("threads", 6L, "heap", 10L << 20, "direct", 8L << 20, "buffers", 16L);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int COLLECTIONS = 3;

    private Leftovers() {}

    /** Returns what a node has in use once its temporary data has ended, or after a while. */
    static Usage of(LoadNode node) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Usage usage = node.usage(false);
        while (hasTemporary(usage) && System.nanoTime() < deadline) {
            pause();
            usage = node.usage(false);
        }
        // What ended was referenced from timers that end as well.
        for (int i = 0; i < COLLECTIONS; i++) {
            pause();
            usage = node.usage(true);
        }
        return usage;
    }

    /** Reports temporary data, and what has grown. */
    static void compare(LoadNode node, Usage before, Usage after, LoadResults results) {
        if (hasTemporary(after)) {
            results.wrong("Node " + node + " still has temporary data: " + after);
        }
        PERMITTED_GROWTH.forEach((name, permitted) -> {
            if (after.of(name) > before.of(name) + permitted) {
                results.wrong("Node " + node + ": " + name + " grew from " + before.of(name) + " to " + after.of(name)
                        + ", permitted growth " + permitted);
            }
        });
    }

    private static boolean hasTemporary(Usage usage) {
        return TEMPORARY.stream().anyMatch(name -> usage.of(name) != 0);
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
