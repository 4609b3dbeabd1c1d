package io.httpcached.suite.server;

import java.util.stream.Stream;

/** {@link SessionReadsContract} with entries in memory. */
class SessionReadsTest extends SessionReadsContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start(
                "session-reads",
                Stream.concat(Stream.of("micronaut.session.filter.enabled", true), Stream.of(settings))
                        .toArray());
    }
}
