package io.httpcached.suite.server;

/** {@link RouteInvalidationContract} with entries in memory. */
class RouteInvalidationTest extends RouteInvalidationContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start("route-invalidation", settings);
    }
}
