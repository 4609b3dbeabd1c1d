package io.httpcached.store.dynamodb;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Builds the requests to one table. They carry their own timeout, so that the client of the application stays unchanged. */
final class DynamoDbRequests {

    private final String table;
    private final AwsRequestOverrideConfiguration withTimeout;
    private final AwsRequestOverrideConfiguration withoutRetries;

    DynamoDbRequests(DynamoDbConfiguration settings) {
        this.table = settings.getTable();
        this.withTimeout = AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(settings.getRequestTimeout())
                .build();
        this.withoutRetries = withTimeout.toBuilder()
                .addPlugin(client -> client.overrideConfiguration(
                        override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry())))
                .build();
    }

    /** Builds a consistent read, because a lagging replica could still return a removed value. */
    BatchGetItemRequest get(List<String> keys) {
        return get(KeysAndAttributes.builder()
                .keys(keys.stream().map(Items::key).toList())
                .consistentRead(true)
                .build());
    }

    BatchGetItemRequest get(KeysAndAttributes keys) {
        return BatchGetItemRequest.builder()
                .requestItems(Map.of(table, keys))
                .overrideConfiguration(withTimeout)
                .build();
    }

    BatchWriteItemRequest remove(List<String> keys) {
        return write(keys.stream()
                .map(key -> WriteRequest.builder()
                        .deleteRequest(delete -> delete.key(Items.key(key)))
                        .build())
                .toList());
    }

    BatchWriteItemRequest write(List<WriteRequest> writes) {
        return BatchWriteItemRequest.builder()
                .requestItems(Map.of(table, writes))
                .overrideConfiguration(withTimeout)
                .build();
    }

    PutItemRequest put(Map<String, AttributeValue> item) {
        return PutItemRequest.builder()
                .tableName(table)
                .item(item)
                .overrideConfiguration(withTimeout)
                .build();
    }

    /**
     * Builds a write that succeeds unless an unexpired item exists. The client must not retry it: an attempt whose reply was
     * lost may have succeeded, and another node may have read and removed the item since. The retry would restore it.
     */
    PutItemRequest putIfAbsent(Map<String, AttributeValue> item, long now) {
        return put(item).toBuilder()
                .conditionExpression("attribute_not_exists(#pk) OR #exp <= :now")
                .expressionAttributeNames(Map.of("#pk", Items.KEY, "#exp", Items.EXPIRY))
                .expressionAttributeValues(Map.of(":now", Items.millis(now)))
                .overrideConfiguration(withoutRetries)
                .build();
    }

    /** Builds a write that succeeds if an unexpired item with the expected value exists, whatever its expiry. */
    PutItemRequest replace(byte[] expected, Map<String, AttributeValue> item, long now) {
        return put(item).toBuilder()
                .conditionExpression("#val = :expected AND #exp > :now")
                .expressionAttributeNames(Map.of("#val", Items.VALUE, "#exp", Items.EXPIRY))
                .expressionAttributeValues(Map.of(":expected", Items.bytes(expected), ":now", Items.millis(now)))
                .build();
    }

    /** Builds an update with the condition that an unexpired item exists, because an update would create a missing item. */
    UpdateItemRequest touch(String key, long expiry, long now) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(Items.key(key))
                .updateExpression("SET #exp = :exp, #ttl = :ttl")
                .conditionExpression("#exp > :now")
                .expressionAttributeNames(Map.of("#exp", Items.EXPIRY, "#ttl", Items.TTL))
                .expressionAttributeValues(
                        Map.of(":exp", Items.millis(expiry), ":ttl", Items.seconds(expiry), ":now", Items.millis(now)))
                .overrideConfiguration(withTimeout)
                .build();
    }

    /** Builds an update that creates a missing item. A number that has expired goes on. */
    UpdateItemRequest increment(String key, long initial, long expiry) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(Items.key(key))
                .updateExpression("SET #num = if_not_exists(#num, :before) + :one, #exp = :exp, #ttl = :ttl")
                .expressionAttributeNames(Map.of("#num", Items.NUMBER, "#exp", Items.EXPIRY, "#ttl", Items.TTL))
                .expressionAttributeValues(Map.of(
                        ":before", AttributeValue.fromN(Long.toString(initial - 1)),
                        ":one", AttributeValue.fromN("1"),
                        ":exp", Items.millis(expiry),
                        ":ttl", Items.seconds(expiry)))
                .returnValues(ReturnValue.UPDATED_NEW)
                .overrideConfiguration(withTimeout)
                .build();
    }

    String table() {
        return table;
    }
}
