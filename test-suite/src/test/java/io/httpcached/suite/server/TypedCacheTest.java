package io.httpcached.suite.server;

/** {@link TypedCacheContract} with entries in memory. */
class TypedCacheTest extends TypedCacheContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start("typed-cache", settings);
    }
}
