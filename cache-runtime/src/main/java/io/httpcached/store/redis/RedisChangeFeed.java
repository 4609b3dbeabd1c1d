package io.httpcached.store.redis;

import io.httpcached.store.ChangeFeed;
import java.util.concurrent.CompletionStage;

/**
 * The changes that the servers behind a connection report. Thread-safe.
 *
 * @param connection the connection that reads from the servers
 */
record RedisChangeFeed(SharedConnection connection) implements ChangeFeed {

    @Override
    public CompletionStage<Void> confirm() {
        return connection.use(redis -> redis.servers().confirm());
    }
}
