package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.wire.WireResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asserts over the wire whether requests share an entry. The routes must never return the same body twice, so that
 * equal bodies come from the same handler run.
 */
final class Entries {

    private final TestServer server;

    Entries(TestServer server) {
        this.server = server;
    }

    /**
     * A GET request.
     *
     * @param target the request target
     * @param headerLines the header lines
     */
    record TestRequest(String target, List<String> headerLines) {

        TestRequest(String target, String... headerLines) {
            this(target, List.of(headerLines));
        }

        WireResponse of(TestServer server) {
            return server.get(target, headerLines.toArray(String[]::new));
        }
    }

    /** Asserts that all requests are answered from the entry of the first one. */
    void assertShared(TestRequest first, TestRequest... others) {
        WireResponse stored = first.of(server);
        assertThat(stored.status()).as("status of %s", first).isEqualTo(200);
        for (TestRequest other : others) {
            WireResponse hit = other.of(server);
            assertThat(hit.cacheStatus()).as("cache status of %s", other).startsWith("hit");
            assertThat(hit.text()).as("body of %s", other).isEqualTo(stored.text());
        }
    }

    void assertShared(String first, String second) {
        assertShared(new TestRequest(first), new TestRequest(second));
    }

    /** Asserts that each request has its own entry. */
    void assertSeparate(TestRequest... requests) {
        Set<String> bodies = new HashSet<>();
        for (TestRequest request : requests) {
            WireResponse stored = request.of(server);
            assertThat(stored.status()).as("status of %s", request).isEqualTo(200);
            assertThat(bodies.add(stored.text()))
                    .as("body of %s, which no other request has", request)
                    .isTrue();
            WireResponse hit = request.of(server);
            assertThat(hit.cacheStatus()).as("cache status of %s", request).startsWith("hit");
            assertThat(hit.text()).as("body of %s", request).isEqualTo(stored.text());
        }
    }

    void assertSeparate(String first, String second) {
        assertSeparate(new TestRequest(first), new TestRequest(second));
    }
}
