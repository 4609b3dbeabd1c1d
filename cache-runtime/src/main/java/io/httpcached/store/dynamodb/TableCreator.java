package io.httpcached.store.dynamodb;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbAsyncWaiter;

/** Creates the table if it does not exist, also when several nodes start concurrently. */
final class TableCreator {

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    private static final int MAXIMUM_POLLS = 120;

    private final DynamoDbAsyncClient client;
    private final String table;

    TableCreator(DynamoDbAsyncClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** {@return a stage that completes when the table can be used} */
    CompletionStage<Void> ensureTable() {
        return client.describeTable(describe -> describe.tableName(table))
                .<Void>thenApply(description -> null)
                .exceptionallyCompose(
                        failure -> causedBy(failure, ResourceNotFoundException.class) ? create() : failed(failure));
    }

    private CompletionStage<Void> create() {
        AttributeDefinition key = AttributeDefinition.builder()
                .attributeName(Items.KEY)
                .attributeType(ScalarAttributeType.S)
                .build();
        KeySchemaElement partition = KeySchemaElement.builder()
                .attributeName(Items.KEY)
                .keyType(KeyType.HASH)
                .build();
        return client.createTable(create -> create.tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(List.of(key))
                        .keySchema(List.of(partition)))
                .thenCompose(created -> awaitTable().thenCompose(ready -> enableTimeToLive()))
                .exceptionallyCompose(
                        failure -> causedBy(failure, ResourceInUseException.class) ? awaitTable() : failed(failure));
    }

    private CompletionStage<Void> awaitTable() {
        DynamoDbAsyncWaiter waiter = client.waiter();
        return waiter.waitUntilTableExists(describe -> describe.tableName(table), TableCreator::pollEverySecond)
                .whenComplete((description, failure) -> waiter.close())
                .thenApply(description -> null);
    }

    private static void pollEverySecond(WaiterOverrideConfiguration.Builder waiting) {
        waiting.backoffStrategyV2(BackoffStrategy.fixedDelay(POLL_INTERVAL)).maxAttempts(MAXIMUM_POLLS);
    }

    private CompletionStage<Void> enableTimeToLive() {
        return client.updateTimeToLive(
                        update -> update.tableName(table).timeToLiveSpecification(ttl -> ttl.attributeName(Items.TTL)
                                .enabled(true)))
                .thenApply(updated -> null);
    }

    private static boolean causedBy(Throwable failure, Class<? extends Exception> type) {
        return type.isInstance(failure instanceof CompletionException ? failure.getCause() : failure);
    }

    private static CompletionStage<Void> failed(Throwable failure) {
        return CompletableFuture.failedFuture(failure);
    }
}
