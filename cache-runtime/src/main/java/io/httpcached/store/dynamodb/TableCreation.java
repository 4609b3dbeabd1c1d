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

/** Sees to it that there is a table, whichever node comes first. */
final class TableCreation {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS = 120;

    private final DynamoDbAsyncClient client;
    private final String table;

    TableCreation(DynamoDbAsyncClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** {@return completes when the table can be used} */
    CompletionStage<Void> ensure() {
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
                .thenCompose(created -> awaitTable().thenCompose(ready -> removeExpired()))
                .exceptionallyCompose(
                        failure -> causedBy(failure, ResourceInUseException.class) ? awaitTable() : failed(failure));
    }

    private CompletionStage<Void> awaitTable() {
        DynamoDbAsyncWaiter waiter = client.waiter();
        return waiter.waitUntilTableExists(describe -> describe.tableName(table), TableCreation::eachSecond)
                .whenComplete((description, failure) -> waiter.close())
                .thenApply(description -> null);
    }

    private static void eachSecond(WaiterOverrideConfiguration.Builder waiting) {
        waiting.backoffStrategyV2(BackoffStrategy.fixedDelay(BETWEEN_LOOKS)).maxAttempts(LOOKS);
    }

    private CompletionStage<Void> removeExpired() {
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
