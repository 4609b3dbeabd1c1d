package io.httpcached.suite.server;

/** {@link BodyRoutesContract} with entries in memory. */
class BodyRoutesTest extends BodyRoutesContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start("body-routes", settings);
    }
}
