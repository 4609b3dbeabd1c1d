package io.httpcached.benchmark.backend;

import com.spotify.folsom.ConnectFuture;
import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheClientBuilder;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletionStage;

/** Returns bytes from Memcached, which is the lower bound for the cost of a cache over Memcached. */
@Controller("/bare")
@Requires(property = "http-cache.backend", value = "memcached")
final class BareMemcachedController implements BareController {

    private final MemcacheClient<byte[]> client;

    BareMemcachedController(@Value("${http-cache.memcached.servers[0]}") String server) {
        int colon = server.lastIndexOf(':');
        client = MemcacheClientBuilder.newByteArrayClient()
                .withAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)))
                .connectAscii();
    }

    @Override
    public void keep(String name, byte[] page) {
        ConnectFuture.connectFuture(client)
                .thenCompose(connected -> client.set(name, page, 0))
                .toCompletableFuture()
                .join();
    }

    @Get("/{name}")
    CompletionStage<byte[]> page(String name) {
        return client.get(name);
    }

    @PreDestroy
    void close() {
        client.shutdown();
    }
}
