package io.httpcached.suite.server;

/** {@link LifetimeSharesContract} with entries in Redis. */
class LifetimeSharesOverRedisTest extends LifetimeSharesContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverRedis("lifetime-shares", settings);
    }
}
