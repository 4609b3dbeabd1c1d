package io.httpcached.suite.server;

/** {@link StaleAfterContract} with entries in memory. */
class StaleAfterTest extends StaleAfterContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start("stale-after", settings);
    }
}
