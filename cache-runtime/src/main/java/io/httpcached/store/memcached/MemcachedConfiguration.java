package io.httpcached.store.memcached;

import io.httpcached.store.support.DurationProperty;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.format.ReadableBytes;
import java.time.Duration;
import java.util.List;

/** Settings of the backend memcached. */
@ConfigurationProperties(MemcachedConfiguration.PREFIX)
@Requires(property = MemcachedConfiguration.SERVERS)
public class MemcachedConfiguration {

    static final String PREFIX = "http-cache.memcached";
    static final String SERVERS = PREFIX + ".servers";

    private static final int SMALLEST_ITEM_SIZE = 1024;
    private static final int LARGEST_ITEM_SIZE = 1024 * 1024 * 1024;

    private List<ServerAddress> servers = List.of();
    private Duration requestTimeout = Duration.ofSeconds(1);
    private int maximumItemSize = 1024 * 1024;

    /** {@return the addresses of the servers} */
    List<ServerAddress> getServers() {
        return servers;
    }

    /**
     * The addresses of the Memcached servers, each host:port. The keys are distributed over the servers by hashing
     * the addresses as written, so every node of the application must use the same addresses; their order does not matter.
     * The backend memcached exists only if this property is set. Default value: none.
     *
     * @param servers at least one host:port
     */
    public void setServers(List<String> servers) {
        if (servers.isEmpty()) {
            throw new ConfigurationException(SERVERS + " must contain at least one host:port, but was empty.");
        }
        this.servers = servers.stream()
                .map(server -> ServerAddress.parse(SERVERS, server))
                .distinct()
                .toList();
    }

    /** {@return the maximum duration of a request to a server} */
    public Duration getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * The maximum duration of a request to a Memcached server. When it expires, the client closes the connection, which
     * fails all pending requests on it, and connects again. Set it longer than http-cache.backend-timeout, after
     * which a request continues without the backend. Default value: 1s.
     *
     * @param requestTimeout a duration of at least one millisecond
     */
    public void setRequestTimeout(String requestTimeout) {
        this.requestTimeout = DurationProperty.parsePositive(PREFIX + ".request-timeout", requestTimeout);
    }

    /** {@return the maximum size of an item in bytes} */
    public int getMaximumItemSize() {
        return maximumItemSize;
    }

    /**
     * The maximum size of an item, including its key and the server's overhead: the value of the option -I of the
     * Memcached servers. Default value: 1MB.
     *
     * @param maximumItemSize the size in bytes, from 1 KB to 1 GB
     */
    public void setMaximumItemSize(@ReadableBytes long maximumItemSize) {
        if (maximumItemSize < SMALLEST_ITEM_SIZE || maximumItemSize > LARGEST_ITEM_SIZE) {
            throw new ConfigurationException(
                    PREFIX + ".maximum-item-size must be from 1KB to 1GB, but was " + maximumItemSize + " bytes.");
        }
        this.maximumItemSize = (int) maximumItemSize;
    }
}
