package io.httpcached.suite.server;

/** {@link FunctionCachesContract} with results in DynamoDB. */
class FunctionCachesOverDynamoDbTest extends FunctionCachesContract {

    @Override
    TestServer start(Object... settings) {
        return TestServer.startOverDynamoDb("function-caches", settings);
    }
}
