package io.httpcached.suite.server;

/** {@link LifetimeSharesContract} with entries in memory. */
class LifetimeSharesTest extends LifetimeSharesContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start("lifetime-shares", settings);
    }
}
