package io.httpcached.suite.server;

/** {@link WarmingContract} with entries in memory. */
class WarmingTest extends WarmingContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start("warming", settings);
    }
}
