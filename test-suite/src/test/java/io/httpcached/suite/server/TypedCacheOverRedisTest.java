package io.httpcached.suite.server;

/** {@link TypedCacheContract} with entries in Redis. */
class TypedCacheOverRedisTest extends TypedCacheContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverRedis("typed-cache", settings);
    }
}
