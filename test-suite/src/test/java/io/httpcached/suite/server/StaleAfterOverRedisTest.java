package io.httpcached.suite.server;

/** {@link StaleAfterContract} with entries in Redis. */
class StaleAfterOverRedisTest extends StaleAfterContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverRedis("stale-after", settings);
    }
}
