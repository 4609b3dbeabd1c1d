package io.httpcached.store.dynamodb;

import io.httpcached.store.CacheStore;
import io.httpcached.store.LazyClient;
import io.httpcached.store.StoreCapabilities;
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
 * Values as items of a DynamoDB table. A look-up is one consistent read of all keys. Expiry is by the clocks of the nodes,
 * because DynamoDB removes expired items up to days late.
 */
@Singleton
@Named("dynamodb")
@Requires(classes = DynamoDbAsyncClient.class)
@Requires(property = DynamoDbConfiguration.TABLE)
@Requires(beans = DynamoDbAsyncClient.class)
final class DynamoDbStore implements CacheStore {

    /** DynamoDB's limit of an item, with the names of its attributes, its key and its numbers. */
    private static final int LARGEST_ITEM = 400 * 1024;

    /** 11 bytes of names, at most 21 a number, and what DynamoDB adds without telling. */
    private static final int BESIDE_KEY_AND_VALUE = 100;

    private static final StoreCapabilities CAPABILITIES = new StoreCapabilities(
            LARGEST_ITEM - StoreCapabilities.MAXIMUM_KEY_LENGTH - BESIDE_KEY_AND_VALUE,
            Duration.ZERO,
            true,
            true,
            true);

    private final DynamoDbConfiguration settings;
    private final Calls calls;
    private final ExecutorService executor;
    private final Clock clock;
    private final LazyClient<DynamoDbAsyncClient> clients;

    /**
     * Creates a store. It uses a client of the application, which outlives it.
     *
     * @param settings the table
     * @param client gives the client
     * @param executor begins the calls, because the client may look credentials up in the thread that calls it
     */
    DynamoDbStore(
            DynamoDbConfiguration settings,
            BeanProvider<DynamoDbAsyncClient> client,
            @Named(TaskExecutors.IO) ExecutorService executor) {
        this.settings = settings;
        this.calls = new Calls(settings);
        this.executor = executor;
        this.clock = Clock.systemUTC();
        this.clients = new LazyClient<>(() -> open(client), unclosed -> {});
    }

    @Override
    public StoreCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
        Map<String, Map<String, AttributeValue>> items = new ConcurrentHashMap<>();
        return call(client ->
                        new Batches(client, calls).get(distinct(keys), item -> items.put(Items.keyOf(item), item)))
                .thenApply(done -> values(keys, items));
    }

    @Override
    public CompletionStage<Void> put(String key, byte[] value, Duration ttl) {
        return call(client -> client.putItem(calls.put(Items.item(key, value, Items.expiry(clock.millis(), ttl)))))
                .thenApply(done -> null);
    }

    @Override
    public CompletionStage<Boolean> putIfAbsent(String key, byte[] value, Duration ttl) {
        return call(client -> {
            long now = clock.millis();
            return conditional(client.putItem(calls.putIfAbsent(Items.item(key, value, Items.expiry(now, ttl)), now)));
        });
    }

    @Override
    public CompletionStage<Boolean> replace(String key, byte[] expected, byte[] value, Duration ttl) {
        return call(client -> {
            long now = clock.millis();
            Map<String, AttributeValue> item = Items.item(key, value, Items.expiry(now, ttl));
            return conditional(client.putItem(calls.replace(expected, item, now)));
        });
    }

    @Override
    public CompletionStage<Void> touch(List<String> keys, Duration ttl) {
        return call(client -> {
            long now = clock.millis();
            return CompletableFuture.allOf(keys.stream()
                    .map(key -> conditional(client.updateItem(calls.touch(key, Items.expiry(now, ttl), now))))
                    .toArray(CompletableFuture[]::new));
        });
    }

    @Override
    public CompletionStage<Void> remove(List<String> keys) {
        return call(client -> new Batches(client, calls).remove(distinct(keys)));
    }

    @Override
    public void close() {
        clients.close();
    }

    private CompletionStage<DynamoDbAsyncClient> open(BeanProvider<DynamoDbAsyncClient> provider) {
        CompletableFuture<DynamoDbAsyncClient> client = CompletableFuture.supplyAsync(provider::get, executor);
        return settings.isCreateTable()
                ? client.thenCompose(
                        made -> new TableCreation(made, calls.table()).ensure().thenApply(ready -> made))
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

    /** {@return whether the condition of a write held} */
    private static CompletableFuture<Boolean> conditional(CompletableFuture<?> write) {
        return write.<Boolean>thenApply(done -> true).exceptionallyCompose(failure -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            return cause instanceof ConditionalCheckFailedException
                    ? CompletableFuture.completedFuture(false)
                    : CompletableFuture.failedFuture(failure);
        });
    }
}
