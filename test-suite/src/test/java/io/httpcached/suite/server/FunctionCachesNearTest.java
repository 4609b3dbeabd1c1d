package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.near.NearStatistics;
import io.httpcached.server.report.CacheReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** {@link FunctionCachesContract} with results in Redis, of which the node keeps near copies. */
class FunctionCachesNearTest extends FunctionCachesContract {

    private static final Object[] CACHES = {
        "http-cache.caches.books.ttl", "10m", "http-cache.caches.authors.ttl", "1h", "http-cache.caches.loans.ttl", "1h"
    };

    @Override
    TestServer start(Object... settings) {
        return startWith(settings, "http-cache.near.enabled", true);
    }

    @Test
    void aResultThatWasReadIsKeptInMemory() {
        try (TestServer server = start(CACHES)) {
            Library library = server.bean(Library.class);
            Eventually.get(
                    () -> {
                        library.find("dune");
                        return copies(server).entries();
                    },
                    entries -> entries > 0);
            assertThat(library.count("find dune")).isEqualTo(1);
        }
    }

    /** In strict mode, this node waits for the copies of other nodes, whether it keeps any or not. */
    @Test
    void noCopyIsKeptUnlessTheConfigurationSaysSo() {
        try (TestServer server = startWith(CACHES, "http-cache.near.strict", true)) {
            Library library = server.bean(Library.class);
            Eventually.get(() -> copies(server).usable(), usable -> usable);
            for (int i = 0; i < 3; i++) {
                library.find("dune");
            }
            assertThat(copies(server).entries()).isZero();
        }
    }

    private static TestServer startWith(Object[] settings, Object... more) {
        List<Object> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(more));
        return TestServer.startOverRedis("function-caches", all.toArray());
    }

    private static NearStatistics copies(TestServer server) {
        return Objects.requireNonNull(server.bean(CacheReport.class).copies().get("redis"));
    }
}
