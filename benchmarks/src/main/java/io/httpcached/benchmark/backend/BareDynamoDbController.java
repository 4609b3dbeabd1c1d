package io.httpcached.benchmark.backend;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Returns the bytes of a DynamoDB item with a consistent read, which is the lower bound for the cost of a cache over
 * DynamoDB.
 */
@Controller("/bare")
@Requires(property = "http-cache.backend", value = "dynamodb")
final class BareDynamoDbController implements BareController {

    /** The name of the table, which the cache creates. */
    static final String TABLE = "benchmark";

    private final DynamoDbAsyncClient client;

    BareDynamoDbController(DynamoDbAsyncClient client) {
        this.client = client;
    }

    @Override
    public void keep(String name, byte[] page) {
        Map<String, AttributeValue> item = Map.of(
                "pk", AttributeValue.fromS(name), "val", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(page)));
        client.putItem(put -> put.tableName(TABLE).item(item)).join();
    }

    @Get("/{name}")
    CompletionStage<byte[]> page(String name) {
        return client.getItem(get -> get.tableName(TABLE)
                        .key(Map.of("pk", AttributeValue.fromS(name)))
                        .consistentRead(true))
                .thenApply(found ->
                        Objects.requireNonNull(found.item().get("val")).b().asByteArrayUnsafe());
    }
}
