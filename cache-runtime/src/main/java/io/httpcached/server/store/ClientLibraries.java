package io.httpcached.server.store;

import com.spotify.folsom.MemcacheClient;
import io.micronaut.configuration.lettuce.AbstractRedisConfiguration;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Provides a bean for each client library on the class path, named after the store that needs it. */
@Factory
final class ClientLibraries {

    /**
     * A client library on the class path.
     *
     * @param store the name of the store that needs it
     */
    record ClientLibrary(String store) {}

    @Singleton
    @Named("redis")
    @Requires(classes = AbstractRedisConfiguration.class)
    ClientLibrary redis() {
        return new ClientLibrary("redis");
    }

    @Singleton
    @Named("memcached")
    @Requires(classes = MemcacheClient.class)
    ClientLibrary memcached() {
        return new ClientLibrary("memcached");
    }

    @Singleton
    @Named("dynamodb")
    @Requires(classes = DynamoDbAsyncClient.class)
    ClientLibrary dynamoDb() {
        return new ClientLibrary("dynamodb");
    }
}
