package io.httpcached.suite.server;

/** {@link PathSpellingsContract} with entries in memory. */
class PathSpellingsTest extends PathSpellingsContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start("path-spellings", settings);
    }
}
