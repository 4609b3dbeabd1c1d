package io.httpcached.suite.server;

/** {@link KeyContributorsContract} with entries in Redis. */
class KeyContributorsOverRedisTest extends KeyContributorsContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverRedis("key-contributors", withoutObservation(settings));
    }
}
