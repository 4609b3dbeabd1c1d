package io.httpcached.suite.server;

/** {@link RouteInvalidationContract} with entries in Redis. */
class RouteInvalidationOverRedisTest extends RouteInvalidationContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverRedis("route-invalidation", settings);
    }
}
