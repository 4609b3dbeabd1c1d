package io.httpcached.suite.server;

/** {@link HostileBodiesContract} with entries in memory. */
class HostileBodiesTest extends HostileBodiesContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start("hostile-bodies", settings);
    }
}
