package io.httpcached.suite.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.store.CacheStore;
import io.httpcached.store.tck.CacheStoreContract;
import io.httpcached.suite.server.Eventually;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Most tests use a table without automatic removal of expired items, which on AWS happens days late. */
class DynamoDbStoreTest extends CacheStoreContract {

    private static final String CREATE_TABLE = "http-cache.dynamodb.create-table";
    private static final String TABLE = "contract-" + UUID.randomUUID();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] VALUE = "value".getBytes(UTF_8);

    private static DynamoDbAsyncClient client;

    private final String key = "dynamodb:" + UUID.randomUUID();

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @BeforeAll
    static void createTable() {
        client = DynamoDbServers.client();
        AttributeDefinition attribute = AttributeDefinition.builder()
                .attributeName("pk")
                .attributeType(ScalarAttributeType.S)
                .build();
        KeySchemaElement partition = KeySchemaElement.builder()
                .attributeName("pk")
                .keyType(KeyType.HASH)
                .build();
        client.createTable(create -> create.tableName(TABLE)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(List.of(attribute))
                        .keySchema(List.of(partition)))
                .join();
    }

    @AfterAll
    static void closeClient() {
        client.close();
    }

    @Override
    protected CacheStore open() {
        return open(TABLE);
    }

    private CacheStore open(String table) {
        return stores.open("dynamodb", withLongTimeouts(DynamoDbServers.shared(), table));
    }

    /**
     * Returns properties with long timeouts, because the machine may be busy. The test with a server that hangs covers
     * timeouts.
     */
    private static Map<String, Object> withLongTimeouts(RealServer server, String table) {
        Map<String, Object> properties = DynamoDbServers.properties(server, table);
        properties.put("http-cache.dynamodb.request-timeout", "20s");
        return properties;
    }

    @Test
    void ignoresAnExpiredItemThatStillExists() {
        CacheStore store = open();
        assertThat(store.put(key, VALUE, Duration.ofMillis(50))).succeedsWithin(timeout());
        Eventually.get(() -> get(store).toCompletableFuture().join(), List::isEmpty);
        assertThat(item()).containsEntry("val", AttributeValue.fromB(SdkBytes.fromByteArray(VALUE)));
    }

    @Test
    void writesTheExpirySecondForDynamoDb() {
        CacheStore store = open();
        assertThat(store.put(key, VALUE, HOUR)).succeedsWithin(timeout());
        assertSecondFollowsExpiry();
        assertThat(store.touch(List.of(key), HOUR.multipliedBy(2))).succeedsWithin(timeout());
        assertSecondFollowsExpiry();
    }

    private void assertSecondFollowsExpiry() {
        assertThat(number("ttl") * 1_000).isBetween(number("exp"), number("exp") + 999);
    }

    private long number(String attribute) {
        return Long.parseLong(Objects.requireNonNull(item().get(attribute)).n());
    }

    @Test
    void touchCreatesNoItem() {
        assertThat(open().touch(List.of(key), HOUR)).succeedsWithin(timeout());
        assertThat(item()).isEmpty();
    }

    @Test
    void rejectsAnOversizedValueAndKeepsTheOldOne() {
        CacheStore store = open();
        assertThat(store.put(key, VALUE, HOUR)).succeedsWithin(timeout());
        assertThat(store.put(key, new byte[400 * 1024], HOUR))
                .failsWithin(timeout())
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("size");
        assertThat(get(store).toCompletableFuture().join()).containsExactly(VALUE);
    }

    @Test
    void readsAHundredKeysInOneCall() {
        Map<String, Object> properties = DynamoDbServers.properties(DynamoDbServers.shared(), TABLE);
        properties.put("test.count-calls", true);
        CacheStore store = stores.open("dynamodb", properties);
        List<String> keys = IntStream.range(0, 100).mapToObj(i -> key + i).toList();
        assertThat(store.get(keys)).succeedsWithin(timeout());
        assertThat(stores.bean(CountedCalls.class).names).containsExactly("BatchGetItem");
    }

    @Test
    void createsTheTableOnlyWhenConfigured() {
        String table = "missing-" + UUID.randomUUID();
        Stages.assertFails(open(table).put(key, VALUE, HOUR), timeout());
        assertThat(client.listTables().join().tableNames()).contains(TABLE).doesNotContain(table);
    }

    @Test
    void severalNodesCreateOneOnDemandTableWithTimeToLive() {
        String table = "created-" + UUID.randomUUID();
        Map<String, Object> properties = DynamoDbServers.properties(DynamoDbServers.shared(), table);
        properties.put(CREATE_TABLE, true);
        List<CompletionStage<Void>> puts = List.of(
                stores.open("dynamodb", properties).put(key, VALUE, HOUR),
                stores.open("dynamodb", properties).put(key + "2", VALUE, HOUR),
                stores.open("dynamodb", properties).put(key + "3", VALUE, HOUR));
        puts.forEach(put -> assertThat(put).succeedsWithin(timeout()));
        assertThat(client.describeTable(describe -> describe.tableName(table))
                        .join()
                        .table()
                        .billingModeSummary()
                        .billingMode())
                .isEqualTo(BillingMode.PAY_PER_REQUEST);
        assertThat(client.describeTimeToLive(describe -> describe.tableName(table))
                        .join()
                        .timeToLiveDescription())
                .satisfies(ttl -> {
                    assertThat(ttl.attributeName()).isEqualTo("ttl");
                    assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
                });
    }

    @Test
    void operationsEndWhileTheServerHangsAndWorkAfterwards() {
        try (ServerProcess process = ServerProcess.start(DynamoDbServers.program())) {
            Map<String, Object> properties = DynamoDbServers.properties(process.server(), TABLE);
            properties.put(CREATE_TABLE, true);
            CacheStore store = stores.open("dynamodb", properties);
            assertThat(store.put(key, VALUE, HOUR)).succeedsWithin(timeout());
            List<Supplier<CompletionStage<?>>> operations = List.of(
                    () -> get(store),
                    () -> store.put(key, VALUE, HOUR),
                    () -> store.putIfAbsent(key, VALUE, HOUR),
                    () -> store.replace(key, VALUE, VALUE, HOUR),
                    () -> store.touch(List.of(key), HOUR),
                    () -> store.remove(List.of(key)));
            operations.forEach(operation -> {
                process.halt();
                StoreOperations.awaitFailure(operation);
                process.proceed();
                StoreOperations.awaitSuccess(operation);
            });
        }
    }

    /** A retried put could restore a value that another node has read and removed in the meantime. */
    @Test
    void putIsNotRetriedAfterAConnectionFailure() {
        RealServer server = DynamoDbServers.shared();
        try (Relay network = Relay.to(server)) {
            RealServer behindNetwork = new RealServer("127.0.0.1", network.port(), "a relay to " + server.origin());
            CacheStore store = stores.open("dynamodb", withLongTimeouts(behindNetwork, TABLE));
            assertThat(get(store)).succeedsWithin(timeout());
            network.begin(Fault.LOSE_REPLY);
            CompletionStage<Boolean> unanswered = store.putIfAbsent(key, VALUE, HOUR);
            Eventually.get(this::item, item -> !item.isEmpty());
            assertThat(open().remove(List.of(key))).succeedsWithin(timeout());
            network.end();
            Stages.assertFails(unanswered, timeout());
        }
        assertThat(item()).isEmpty();
    }

    @Test
    void startupFailsForAnInvalidTableName() {
        for (String table : List.of("ab", "a table", "")) {
            Map<String, Object> properties = DynamoDbServers.properties(DynamoDbServers.shared(), table);
            properties.put("http-cache.backend", "dynamodb");
            StartupFailures.assertStartupFails(properties, "http-cache.dynamodb.table", "'" + table + "'");
        }
    }

    @Test
    void startupFailsForAnInvalidTimeout() {
        Map<String, Object> properties = DynamoDbServers.properties(DynamoDbServers.shared(), TABLE);
        properties.put("http-cache.dynamodb.request-timeout", "soon");
        properties.put("http-cache.backend", "dynamodb");
        StartupFailures.assertStartupFails(properties, "http-cache.dynamodb.request-timeout", "soon");
    }

    private Map<String, AttributeValue> item() {
        return client.getItem(get -> get.tableName(TABLE)
                        .key(Map.of("pk", AttributeValue.fromS(key)))
                        .consistentRead(true))
                .join()
                .item();
    }

    /** Reads the value of the key. */
    private CompletionStage<List<byte[]>> get(CacheStore store) {
        return store.get(List.of(key)).thenApply(values -> values.get(0) == null ? List.of() : List.of(values.get(0)));
    }

    /** Records the calls of the application's client. */
    @Singleton
    @Requires(property = "test.count-calls")
    static final class CountedCalls
            implements BeanCreatedEventListener<DynamoDbAsyncClientBuilder>, ExecutionInterceptor {

        final List<String> names = new CopyOnWriteArrayList<>();

        @Override
        public DynamoDbAsyncClientBuilder onCreated(BeanCreatedEvent<DynamoDbAsyncClientBuilder> event) {
            return event.getBean().overrideConfiguration(client -> client.addExecutionInterceptor(this));
        }

        @Override
        public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
            names.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        }
    }
}
