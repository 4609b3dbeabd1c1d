package io.httpcached.suite.server;

/** {@link HostileBodiesContract} with entries in Redis. */
class HostileBodiesOverRedisTest extends HostileBodiesContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverRedis("hostile-bodies", settings);
    }
}
