package io.httpcached.suite.server;

/** {@link IgnoredParametersContract} with entries in memory. */
class IgnoredParametersTest extends IgnoredParametersContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start("ignored-parameters", KeyContributorsContract.withoutObservation(settings));
    }
}
