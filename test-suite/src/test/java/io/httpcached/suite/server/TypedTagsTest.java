package io.httpcached.suite.server;

/** {@link TypedTagsContract} with entries in memory. */
class TypedTagsTest extends TypedTagsContract {

    @Override
    TestServer start() {
        return TestServer.start("typed-tags");
    }
}
