package io.httpcached.suite.server;

/** {@link FunctionCachesContract} with results in Redis. */
class FunctionCachesOverRedisTest extends FunctionCachesContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverRedis("function-caches", settings);
    }
}
