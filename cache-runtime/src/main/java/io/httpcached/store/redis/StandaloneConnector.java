package io.httpcached.store.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.resource.ClientResources;
import java.util.concurrent.CompletionStage;

/**
 * Connects to one server, or to the master that the sentinels of a URI name at that moment. A broken connection stays
 * broken: it is replaced when somebody needs one, instead of after Lettuce's pauses, which grow to half a minute.
 */
final class StandaloneConnector implements Connector {

    private final RedisClient client;
    private final RedisURI uri;

    /**
     * Makes a client that is not connected.
     *
     * @param resources threads and timers, which stay whose they are
     * @param uri the server
     * @param options how its connections behave
     */
    StandaloneConnector(ClientResources resources, RedisURI uri, ClientOptions options) {
        this.uri = uri;
        this.client = RedisClient.create(resources, uri);
        client.setOptions(options.mutate().autoReconnect(false).build());
    }

    @Override
    public CompletionStage<Link> connect() {
        return client.connectAsync(CODEC, uri).thenApply(connection -> new Link(connection, connection.async(), false));
    }

    @Override
    public CompletionStage<Void> shutDown() {
        return client.shutdownAsync();
    }
}
