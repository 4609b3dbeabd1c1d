package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.wire.WireResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells on the wire whether requests are answered from one entry. It takes routes that never give the same answer twice:
 * equal bodies then come from one run of the handler.
 */
final class Entries {

    private final TestServer server;

    Entries(TestServer server) {
        this.server = server;
    }

    /**
     * A GET request.
     *
     * @param target its target
     * @param headerLines its header lines
     */
    record Ask(String target, List<String> headerLines) {

        Ask(String target, String... headerLines) {
            this(target, List.of(headerLines));
        }

        WireResponse of(TestServer server) {
            return server.get(target, headerLines.toArray(String[]::new));
        }
    }

    /** All requests are answered from the entry that the first of them filled. */
    void assertShared(Ask first, Ask... others) {
        WireResponse stored = first.of(server);
        assertThat(stored.status()).as("status of %s", first).isEqualTo(200);
        for (Ask other : others) {
            WireResponse hit = other.of(server);
            assertThat(hit.cacheStatus()).as("cache status of %s", other).startsWith("hit");
            assertThat(hit.text()).as("body of %s", other).isEqualTo(stored.text());
        }
    }

    void assertShared(String first, String second) {
        assertShared(new Ask(first), new Ask(second));
    }

    /** Each request has an entry of its own. */
    void assertApart(Ask... requests) {
        Set<String> bodies = new HashSet<>();
        for (Ask request : requests) {
            WireResponse stored = request.of(server);
            assertThat(stored.status()).as("status of %s", request).isEqualTo(200);
            assertThat(bodies.add(stored.text()))
                    .as("%s has a body of its own", request)
                    .isTrue();
            WireResponse hit = request.of(server);
            assertThat(hit.cacheStatus()).as("cache status of %s", request).startsWith("hit");
            assertThat(hit.text()).as("body of %s", request).isEqualTo(stored.text());
        }
    }

    void assertApart(String first, String second) {
        assertApart(new Ask(first), new Ask(second));
    }
}
