package io.httpcached.store.dynamodb;

import io.httpcached.store.CacheStore;
import io.httpcached.store.StoreCapabilities;
import io.httpcached.store.support.LazyClient;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Stores values as items of a DynamoDB table. A lookup is one consistent read of all keys. The clocks of the nodes decide on
 * expiry, because DynamoDB may remove expired items days late.
 */
@Singleton
@Named("dynamodb")
@Requires(classes = DynamoDbAsyncClient.class)
@Requires(property = DynamoDbConfiguration.TABLE)
@Requires(beans = DynamoDbAsyncClient.class)
final class DynamoDbStore implements CacheStore {

    /** The maximum size of an item, including attribute names, key and numbers. */
    private static final int MAXIMUM_ITEM_SIZE = 400 * 1024;

    /** 11 bytes of attribute names, at most 21 bytes per number, and the undocumented overhead of DynamoDB. */
    private static final int ITEM_OVERHEAD = 100;

    private static final StoreCapabilities CAPABILITIES = new StoreCapabilities(
            MAXIMUM_ITEM_SIZE - StoreCapabilities.MAXIMUM_KEY_LENGTH - ITEM_OVERHEAD,
            Duration.ZERO,
            true,
            true,
            true,
            true);

    private final DynamoDbConfiguration settings;
    private final DynamoDbRequests requests;
    private final ExecutorService executor;
    private final Clock clock;
    private final LazyClient<DynamoDbAsyncClient> clients;

    /**
     * Creates a store that uses a client of the application and does not close it.
     *
     * @param settings the configuration
     * @param client the provider of the client
     * @param executor the executor that starts calls, because the client may look up credentials in the calling thread
     */
    DynamoDbStore(
            DynamoDbConfiguration settings,
            BeanProvider<DynamoDbAsyncClient> client,
            @Named(TaskExecutors.IO) ExecutorService executor) {
        this.settings = settings;
        this.requests = new DynamoDbRequests(settings);
        this.executor = executor;
        this.clock = Clock.systemUTC();
        this.clients = new LazyClient<>(() -> open(client), unmanaged -> {});
    }

    @Override
    public StoreCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
        Map<String, Map<String, AttributeValue>> items = new ConcurrentHashMap<>();
        return call(client ->
                        new Batches(client, requests).get(distinct(keys), item -> items.put(Items.keyOf(item), item)))
                .thenApply(done -> values(keys, items));
    }

    @Override
    public CompletionStage<Void> put(String key, byte[] value, Duration ttl) {
        return call(client -> client.putItem(requests.put(Items.item(key, value, Items.expiry(clock.millis(), ttl)))))
                .thenApply(done -> null);
    }

    @Override
    public CompletionStage<Boolean> putIfAbsent(String key, byte[] value, Duration ttl) {
        return call(client -> {
            long now = clock.millis();
            return conditional(
                    client.putItem(requests.putIfAbsent(Items.item(key, value, Items.expiry(now, ttl)), now)));
        });
    }

    @Override
    public CompletionStage<Boolean> replace(String key, byte[] expected, byte[] value, Duration ttl) {
        return call(client -> {
            long now = clock.millis();
            Map<String, AttributeValue> item = Items.item(key, value, Items.expiry(now, ttl));
            return conditional(client.putItem(requests.replace(expected, item, now)));
        });
    }

    @Override
    public CompletionStage<Long> increment(String key, long initial, Duration ttl) {
        return call(client -> client.updateItem(requests.increment(key, initial, Items.expiry(clock.millis(), ttl))))
                .thenApply(response -> Items.number(response.attributes()));
    }

    @Override
    public CompletionStage<Void> touch(List<String> keys, Duration ttl) {
        return call(client -> {
            long now = clock.millis();
            return CompletableFuture.allOf(keys.stream()
                    .map(key -> conditional(client.updateItem(requests.touch(key, Items.expiry(now, ttl), now))))
                    .toArray(CompletableFuture[]::new));
        });
    }

    @Override
    public CompletionStage<Void> remove(List<String> keys) {
        return call(client -> new Batches(client, requests).remove(distinct(keys)));
    }

    @Override
    public void close() {
        clients.close();
    }

    private CompletionStage<DynamoDbAsyncClient> open(BeanProvider<DynamoDbAsyncClient> provider) {
        CompletableFuture<DynamoDbAsyncClient> client = CompletableFuture.supplyAsync(provider::get, executor);
        return settings.isCreateTable()
                ? client.thenCompose(created -> new TableCreator(created, requests.table())
                        .ensureTable()
                        .thenApply(ready -> created))
                : client;
    }

    private <T> CompletionStage<T> call(Function<DynamoDbAsyncClient, CompletionStage<T>> operation) {
        return clients.get().thenComposeAsync(operation, executor);
    }

    private List<byte @Nullable []> values(List<String> keys, Map<String, Map<String, AttributeValue>> items) {
        long now = clock.millis();
        List<byte @Nullable []> values = new ArrayList<>(keys.size());
        keys.forEach(key -> values.add(Items.value(items.get(key), now)));
        return values;
    }

    private static List<String> distinct(List<String> keys) {
        return keys.stream().distinct().toList();
    }

    /** {@return a future with true if the condition of the write was met} */
    private static CompletableFuture<Boolean> conditional(CompletableFuture<?> write) {
        return write.<Boolean>thenApply(done -> true).exceptionallyCompose(failure -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            return cause instanceof ConditionalCheckFailedException
                    ? CompletableFuture.completedFuture(false)
                    : CompletableFuture.failedFuture(failure);
        });
    }
}
