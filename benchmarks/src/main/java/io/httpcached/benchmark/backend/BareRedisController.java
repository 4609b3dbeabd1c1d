package io.httpcached.benchmark.backend;

import io.httpcached.benchmark.application.Numbered;
import io.httpcached.benchmark.application.Pages;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Returns bytes from Redis and stores those that are missing, which is the lower bound for the cost of a cache over Redis.
 */
@Controller("/bare")
@Requires(property = "http-cache.backend", value = "redis")
final class BareRedisController implements BareController {

    private static final Pattern WRITES = Pattern.compile("cmdstat_set:calls=(\\d+)");
    private static final SetArgs ONE_DAY = SetArgs.Builder.px(Duration.ofDays(1));

    private final Pages pages;
    private final StatefulRedisConnection<String, byte[]> connection;

    BareRedisController(Pages pages, RedisClient client) {
        this.pages = pages;
        this.connection = client.connect(RedisCodec.of(StringCodec.ASCII, ByteArrayCodec.INSTANCE));
    }

    @Override
    public void keep(String name, byte[] page) {
        connection.sync().set(name, page);
    }

    @Get("/{name}")
    CompletionStage<byte[]> page(String name) {
        return connection.async().get(name);
    }

    @Get("/misses/{size}/{id}")
    CompletionStage<byte[]> numbered(String size, long id) {
        String key = size + '/' + id;
        return connection.async().get(key).thenApply(found -> found == null ? create(key, size, id) : found);
    }

    private byte[] create(String key, String size, long id) {
        try {
            byte[] page = pages.bytes(Numbered.page(id, pages.of(size)));
            var unused = connection.async().set(key, page, ONE_DAY);
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number of {@code SET} commands that Redis received from all connections. */
    long writes() {
        Matcher writes = WRITES.matcher(connection.sync().info("commandstats"));
        return writes.find() ? Long.parseLong(writes.group(1)) : 0;
    }

    @PreDestroy
    void close() {
        connection.close();
    }
}
