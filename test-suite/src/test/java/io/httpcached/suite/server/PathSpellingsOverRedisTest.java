package io.httpcached.suite.server;

/** {@link PathSpellingsContract} with entries in Redis. */
class PathSpellingsOverRedisTest extends PathSpellingsContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverRedis("path-spellings", settings);
    }
}
