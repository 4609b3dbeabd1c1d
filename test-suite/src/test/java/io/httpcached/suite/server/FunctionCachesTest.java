package io.httpcached.suite.server;

/** {@link FunctionCachesContract} with results in memory. */
class FunctionCachesTest extends FunctionCachesContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start("function-caches", settings);
    }
}
