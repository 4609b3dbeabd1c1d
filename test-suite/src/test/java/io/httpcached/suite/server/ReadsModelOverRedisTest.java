package io.httpcached.suite.server;

/** {@link ReadsModelContract} with entries in Redis. */
class ReadsModelOverRedisTest extends ReadsModelContract {

    @Override
    TestServer start() {
        return TestServer.startOverRedis("reads-model", "micronaut.server.locale-resolution.default-locale", "en");
    }
}
