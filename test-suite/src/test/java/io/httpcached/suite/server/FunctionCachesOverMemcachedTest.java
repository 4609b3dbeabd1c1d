package io.httpcached.suite.server;

/** {@link FunctionCachesContract} with results in Memcached. */
class FunctionCachesOverMemcachedTest extends FunctionCachesContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverMemcached("function-caches", settings);
    }
}
