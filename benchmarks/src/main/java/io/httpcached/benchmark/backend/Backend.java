package io.httpcached.benchmark.backend;

import java.util.List;
import java.util.Map;

/** A server that the benchmarks start as a process of their own. */
public enum Backend {
    /** {@code redis-server} from the path. */
    REDIS,
    /** {@code memcached} from the path. */
    MEMCACHED;

    List<String> command(int port) {
        String number = Integer.toString(port);
        return switch (this) {
            case REDIS -> List.of("redis-server", "--port", number, "--save", "", "--appendonly", "no");
            case MEMCACHED -> List.of("memcached", "-l", "127.0.0.1", "-p", number, "-u", "nobody");
        };
    }

    Map<String, Object> properties(int port) {
        return switch (this) {
            case REDIS -> Map.of("http-cache.backend", "redis", "redis.uri", "redis://127.0.0.1:" + port);
            case MEMCACHED ->
                Map.of("http-cache.backend", "memcached", "http-cache.memcached.servers", List.of("127.0.0.1:" + port));
        };
    }
}
