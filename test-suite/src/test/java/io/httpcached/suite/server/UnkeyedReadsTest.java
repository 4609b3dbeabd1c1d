package io.httpcached.suite.server;

/** {@link UnkeyedReadsContract} with entries in memory. */
class UnkeyedReadsTest extends UnkeyedReadsContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start("unkeyed-reads", settings);
    }
}
