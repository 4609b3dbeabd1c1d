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

/** Reads and removes many items in batches of the size that DynamoDB allows. The batches run concurrently. */
final class Batches {

    private static final int MAXIMUM_READS = 100;
    private static final int MAXIMUM_WRITES = 25;

    /** DynamoDB returns unprocessed items when a table is throttled or a response would become too large. */
    private static final int ATTEMPTS = 3;

    private final DynamoDbAsyncClient client;
    private final DynamoDbRequests requests;

    Batches(DynamoDbAsyncClient client, DynamoDbRequests requests) {
        this.client = client;
        this.requests = requests;
    }

    /**
     * Reads items.
     *
     * @param keys distinct keys
     * @param found receives each item that exists, from several threads
     */
    CompletionStage<Void> get(List<String> keys, Consumer<Map<String, AttributeValue>> found) {
        return inParts(keys, MAXIMUM_READS, part -> get(requests.get(part), found, ATTEMPTS));
    }

    /**
     * Removes items.
     *
     * @param keys distinct keys
     */
    CompletionStage<Void> remove(List<String> keys) {
        return inParts(keys, MAXIMUM_WRITES, part -> write(requests.remove(part), ATTEMPTS));
    }

    private CompletionStage<Void> get(
            BatchGetItemRequest request, Consumer<Map<String, AttributeValue>> found, int attempts) {
        return client.batchGetItem(request).thenCompose(response -> {
            response.responses().getOrDefault(requests.table(), List.of()).forEach(found);
            KeysAndAttributes rest = response.unprocessedKeys().get(requests.table());
            return rest == null ? done() : attempts == 1 ? exhausted() : get(requests.get(rest), found, attempts - 1);
        });
    }

    private CompletionStage<Void> write(BatchWriteItemRequest request, int attempts) {
        return client.batchWriteItem(request).thenCompose(response -> {
            List<WriteRequest> rest = response.unprocessedItems().get(requests.table());
            return rest == null ? done() : attempts == 1 ? exhausted() : write(requests.write(rest), attempts - 1);
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

    private static CompletionStage<Void> exhausted() {
        return CompletableFuture.failedFuture(
                new IllegalStateException("DynamoDB left items of a batch unprocessed in " + ATTEMPTS + " attempts."));
    }
}
