package io.httpcached.store.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Reads and removes many items, in as few calls as DynamoDB's limits allow; several calls are under way together. */
final class Batches {

    private static final int MOST_READ = 100;
    private static final int MOST_WRITTEN = 25;

    /** DynamoDB hands back what it did not get done, when a table is throttled or an answer has become too long. */
    private static final int ATTEMPTS = 3;

    private final DynamoDbAsyncClient client;
    private final Calls calls;

    Batches(DynamoDbAsyncClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
    }

    /**
     * Reads items.
     *
     * @param keys their keys, all different
     * @param found is told of each item that there is, by several threads
     */
    CompletionStage<Void> get(List<String> keys, Consumer<Map<String, AttributeValue>> found) {
        return inParts(keys, MOST_READ, part -> get(calls.get(part), found, ATTEMPTS));
    }

    /**
     * Removes items.
     *
     * @param keys their keys, all different
     */
    CompletionStage<Void> remove(List<String> keys) {
        return inParts(keys, MOST_WRITTEN, part -> write(calls.remove(part), ATTEMPTS));
    }

    private CompletionStage<Void> get(
            BatchGetItemRequest request, Consumer<Map<String, AttributeValue>> found, int attempts) {
        return client.batchGetItem(request).thenCompose(response -> {
            response.responses().getOrDefault(calls.table(), List.of()).forEach(found);
            KeysAndAttributes rest = response.unprocessedKeys().get(calls.table());
            return rest == null ? done() : attempts == 1 ? givenUp() : get(calls.get(rest), found, attempts - 1);
        });
    }

    private CompletionStage<Void> write(BatchWriteItemRequest request, int attempts) {
        return client.batchWriteItem(request).thenCompose(response -> {
            List<WriteRequest> rest = response.unprocessedItems().get(calls.table());
            return rest == null ? done() : attempts == 1 ? givenUp() : write(calls.write(rest), attempts - 1);
        });
    }

    private static CompletionStage<Void> inParts(
            List<String> keys, int size, Function<List<String>, CompletionStage<Void>> call) {
        List<CompletableFuture<Void>> parts = new ArrayList<>();
        IntStream.iterate(0, from -> from < keys.size(), from -> from + size)
                .mapToObj(from -> keys.subList(from, Math.min(keys.size(), from + size)))
                .forEach(part -> parts.add(call.apply(part).toCompletableFuture()));
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private static CompletionStage<Void> givenUp() {
        return CompletableFuture.failedFuture(
                new IllegalStateException("DynamoDB left part of a batch undone " + ATTEMPTS + " times"));
    }
}
