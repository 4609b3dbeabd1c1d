package io.httpcached.suite.server;

/** {@link IgnoredParametersContract} with entries in Redis. */
class IgnoredParametersOverRedisTest extends IgnoredParametersContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverRedis("ignored-parameters", KeyContributorsContract.withoutObservation(settings));
    }
}
