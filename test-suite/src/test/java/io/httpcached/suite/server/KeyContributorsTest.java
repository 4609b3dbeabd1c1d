package io.httpcached.suite.server;

/** {@link KeyContributorsContract} with entries in memory. */
class KeyContributorsTest extends KeyContributorsContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start("key-contributors", withoutObservation(settings));
    }
}
