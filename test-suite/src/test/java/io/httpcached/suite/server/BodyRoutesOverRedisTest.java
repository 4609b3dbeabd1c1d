package io.httpcached.suite.server;

/** {@link BodyRoutesContract} with entries in Redis. */
class BodyRoutesOverRedisTest extends BodyRoutesContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverRedis("body-routes", settings);
    }
}
