package io.httpcached.suite.server;

/** {@link UnkeyedReadsContract} with entries in Redis. */
class UnkeyedReadsOverRedisTest extends UnkeyedReadsContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverRedis("unkeyed-reads", settings);
    }
}
