package io.httpcached.suite.server;

/** {@link ReadsModelContract} with entries in memory. */
class ReadsModelTest extends ReadsModelContract {

    @Override
    TestServer start() {
        return TestServer.start("reads-model", "micronaut.server.locale-resolution.default-locale", "en");
    }
}
