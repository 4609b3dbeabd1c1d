package io.httpcached.benchmark.backend;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletionStage;

/** Returns bytes from Redis, which is the lower bound for the cost of a cache over Redis. */
@Controller("/bare")
@Requires(property = "http-cache.backend", value = "redis")
final class BareRedisController implements BareController {

    private final StatefulRedisConnection<String, byte[]> connection;

    BareRedisController(RedisClient client) {
        connection = client.connect(RedisCodec.of(StringCodec.ASCII, ByteArrayCodec.INSTANCE));
    }

    @Override
    public void keep(String name, byte[] page) {
        connection.sync().set(name, page);
    }

    @Get("/{name}")
    CompletionStage<byte[]> page(String name) {
        return connection.async().get(name);
    }

    @PreDestroy
    void close() {
        connection.close();
    }
}
