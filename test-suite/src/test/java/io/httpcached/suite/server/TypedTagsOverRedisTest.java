package io.httpcached.suite.server;

/** {@link TypedTagsContract} with entries in Redis. */
class TypedTagsOverRedisTest extends TypedTagsContract {

    @Override
    TestServer start() {
        return TestServer.startOverRedis("typed-tags");
    }
}
