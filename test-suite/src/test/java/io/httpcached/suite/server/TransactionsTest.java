package io.httpcached.suite.server;

/** {@link TransactionsContract} with entries in memory. */
class TransactionsTest extends TransactionsContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.start("transactions", settings);
    }
}
