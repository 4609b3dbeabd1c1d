package io.httpcached.suite.server;

/** {@link TransactionsContract} with entries in Redis. */
class TransactionsOverRedisTest extends TransactionsContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverRedis("transactions", settings);
    }
}
