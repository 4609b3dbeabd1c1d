package io.httpcached.engine.near;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CacheKey;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Entry;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.remote.RemoteCopy;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NearCopiesTest {

    private static final long MAXIMUM_BYTES = 16L << 20;
    private static final int ENTRIES = 1_000_000;
    private static final List<String> TAGS = List.of("all:");

    private final MutableClock clock = new MutableClock();
    private final NearCopies copies = new NearCopies(
            new ReportingBackend().connect(),
            "p:",
            new NearSettings(MAXIMUM_BYTES, null, NearNode.LAG, false),
            new Timing(clock, () -> 0, (task, millis) -> {}));

    /** The log of changes stays as small as before, too: it has an array of fixed size. */
    @Test
    void aMillionEntriesTakeNoMoreThanTheMaximumSize() {
        copies.start();
        long heapBefore = usedHeap();
        NearCopies.Before before = Objects.requireNonNull(copies.before());
        copies.keep(CacheKey.of("often requested"), copy("often requested"), before);
        for (int i = 0; i < ENTRIES; i++) {
            String name = "page " + i;
            copies.keep(CacheKey.of(name), copy(name), Objects.requireNonNull(copies.before()));
            copies.changed(List.of("e:other " + i));
            if (i % 1000 == 0) {
                find("often requested");
            }
        }
        NearStatistics statistics = copies.statistics();
        assertThat(statistics.bytes()).isBetween(MAXIMUM_BYTES / 2, MAXIMUM_BYTES);
        assertThat(statistics.entries()).isBetween(1_000L, MAXIMUM_BYTES / 240);
        assertThat(usedHeap() - heapBefore).isLessThan(MAXIMUM_BYTES * 3 / 2);
    }

    private static long usedHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    @Test
    void aCopyThatIsRequestedSurvivesChangesOfOtherKeys() {
        copies.start();
        copies.keep(CacheKey.of("a"), copy("a"), Objects.requireNonNull(copies.before()));
        int lost = 0;
        for (int i = 0; i < 1_000; i++) {
            copies.changed(List.of("e:other " + i));
            if (find("a") == null) {
                lost++;
                copies.keep(CacheKey.of("a"), copy("a"), Objects.requireNonNull(copies.before()));
            }
        }
        assertThat(lost).isLessThan(3);
    }

    private @Nullable NearCopy find(String name) {
        return copies.find(CacheKey.of(name), NearNode.request(TAGS));
    }

    private RemoteCopy copy(String name) {
        Lifetime lifetime = new Lifetime(600, 0, 0, 0, false, false, false, true);
        StoredResponse response =
                new StoredResponse(200, Fields.EMPTY, name.getBytes(UTF_8), lifetime, clock.millis(), clock.millis());
        LookupResult lookup =
                new LookupResult(new Entry.Response(response), TAGS, (earlier, tags) -> false, null, true);
        return new RemoteCopy(lookup, List.of("e:" + name, "v:all"), clock.millis() + 600_000);
    }
}
