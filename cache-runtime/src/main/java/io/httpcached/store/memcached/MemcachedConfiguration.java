package io.httpcached.store.memcached;

import io.httpcached.annotation.DurationText;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.format.ReadableBytes;
import java.time.Duration;
import java.util.List;

/** Settings of the backend {@code memcached}. */
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

    /** {@return where the servers listen} */
    List<ServerAddress> getServers() {
        return servers;
    }

    /**
     * The servers that share the keys among them. All nodes of an application must name the same ones in the same words, in
     * any order: a server's place among the others comes of its name.
     *
     * @param servers at least one {@code host:port}
     */
    public void setServers(List<String> servers) {
        if (servers.isEmpty()) {
            throw new ConfigurationException(SERVERS + ": there is no server");
        }
        this.servers = servers.stream()
                .map(server -> ServerAddress.parse(SERVERS, server))
                .distinct()
                .toList();
    }

    /** {@return how long a server may take to answer} */
    public Duration getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * How long a server may take to answer before its connection is given up and made anew, which fails all requests that
     * are under way on it. To be longer than {@code http-cache.backend-timeout}, after which a request goes on without the
     * backend. Default value {@code 1s}.
     *
     * @param requestTimeout a duration, at least a millisecond
     */
    public void setRequestTimeout(String requestTimeout) {
        String property = PREFIX + ".request-timeout";
        try {
            this.requestTimeout = DurationText.parse(requestTimeout);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(property + ": " + e.getMessage(), e);
        }
        if (this.requestTimeout.toMillis() == 0) {
            throw new ConfigurationException(property + ": '" + requestTimeout + "' is less than a millisecond");
        }
    }

    /** {@return the largest item that the servers take, in bytes} */
    public int getMaximumItemSize() {
        return maximumItemSize;
    }

    /**
     * The largest item that the servers take, with its key and what they keep beside it: the value of their option
     * {@code -I}. Default value {@code 1MB}.
     *
     * @param maximumItemSize a size, from 1 KB to 1 GB
     */
    public void setMaximumItemSize(@ReadableBytes long maximumItemSize) {
        if (maximumItemSize < SMALLEST_ITEM_SIZE || maximumItemSize > LARGEST_ITEM_SIZE) {
            throw new ConfigurationException(PREFIX + ".maximum-item-size: " + maximumItemSize
                    + " bytes is not a size that Memcached can be set to; write 1KB to 1GB");
        }
        this.maximumItemSize = (int) maximumItemSize;
    }
}
