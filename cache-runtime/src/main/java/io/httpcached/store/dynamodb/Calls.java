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
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The requests to one table. Their time limit is their own, so that the client of the application stays as it is. */
final class Calls {

    private final String table;
    private final AwsRequestOverrideConfiguration limits;
    private final AwsRequestOverrideConfiguration once;

    Calls(DynamoDbConfiguration settings) {
        this.table = settings.getTable();
        this.limits = AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(settings.getRequestTimeout())
                .build();
        this.once = limits.toBuilder()
                .addPlugin(client -> client.overrideConfiguration(
                        override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry())))
                .build();
    }

    /** A consistent read: what was removed must not be read back from a replica that lags. */
    BatchGetItemRequest get(List<String> keys) {
        return get(KeysAndAttributes.builder()
                .keys(keys.stream().map(Items::key).toList())
                .consistentRead(true)
                .build());
    }

    BatchGetItemRequest get(KeysAndAttributes keys) {
        return BatchGetItemRequest.builder()
                .requestItems(Map.of(table, keys))
                .overrideConfiguration(limits)
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
                .overrideConfiguration(limits)
                .build();
    }

    PutItemRequest put(Map<String, AttributeValue> item) {
        return PutItemRequest.builder()
                .tableName(table)
                .item(item)
                .overrideConfiguration(limits)
                .build();
    }

    /**
     * Succeeds unless there is an item that has not expired. The client does not try again by itself: an attempt whose answer
     * was lost may have succeeded, and another node may have read the item and removed it since. It would be back.
     */
    PutItemRequest putIfAbsent(Map<String, AttributeValue> item, long now) {
        return put(item).toBuilder()
                .conditionExpression("attribute_not_exists(#pk) OR #exp <= :now")
                .expressionAttributeNames(Map.of("#pk", Items.KEY, "#exp", Items.EXPIRY))
                .expressionAttributeValues(Map.of(":now", Items.millis(now)))
                .overrideConfiguration(once)
                .build();
    }

    /** Succeeds if there is an item with the value that has not expired, whenever it is to. */
    PutItemRequest replace(byte[] expected, Map<String, AttributeValue> item, long now) {
        return put(item).toBuilder()
                .conditionExpression("#val = :expected AND #exp > :now")
                .expressionAttributeNames(Map.of("#val", Items.VALUE, "#exp", Items.EXPIRY))
                .expressionAttributeValues(Map.of(":expected", Items.bytes(expected), ":now", Items.millis(now)))
                .build();
    }

    /** Succeeds if there is an item that has not expired: an update would create one that is missing. */
    UpdateItemRequest touch(String key, long expiry, long now) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(Items.key(key))
                .updateExpression("SET #exp = :exp, #ttl = :ttl")
                .conditionExpression("#exp > :now")
                .expressionAttributeNames(Map.of("#exp", Items.EXPIRY, "#ttl", Items.TTL))
                .expressionAttributeValues(
                        Map.of(":exp", Items.millis(expiry), ":ttl", Items.seconds(expiry), ":now", Items.millis(now)))
                .overrideConfiguration(limits)
                .build();
    }

    String table() {
        return table;
    }
}
