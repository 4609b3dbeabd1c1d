package io.httpcached.suite.server;

/** {@link WarmingContract} with entries in Redis. */
class WarmingOverRedisTest extends WarmingContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverRedis("warming", settings);
    }
}
