package io.httpcached.suite.backend;

import io.lettuce.core.RedisClient;
import io.lettuce.core.SslOptions;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.io.File;

/** Configures an application's own Redis client to trust a certificate, through the options of Lettuce. */
@Singleton
@Requires(property = TrustedClient.PROPERTY)
final class TrustedClient implements BeanCreatedEventListener<RedisClient> {

    static final String PROPERTY = "test.redis.trusted-keys";

    private final File keys;

    TrustedClient(@Property(name = PROPERTY) String keys) {
        this.keys = new File(keys);
    }

    @Override
    public RedisClient onCreated(BeanCreatedEvent<RedisClient> event) {
        RedisClient client = event.getBean();
        SslOptions trust = SslOptions.builder()
                .keyStoreType("PKCS12")
                .truststore(keys, TlsKeys.PASSWORD)
                .build();
        client.setOptions(client.getOptions().mutate().sslOptions(trust).build());
        return client;
    }
}
