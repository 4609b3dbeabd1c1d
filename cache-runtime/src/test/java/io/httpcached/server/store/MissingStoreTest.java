package io.httpcached.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingStoreTest {

    private static final List<String> AVAILABLE = List.of("memory", "products");

    @ParameterizedTest
    @CsvSource({
        "redis, io.micronaut.redis:micronaut-redis-lettuce",
        "memcached, com.spotify:folsom",
        "dynamodb, software.amazon.awssdk:dynamodb"
    })
    void namesTheDependencyWithoutTheClientLibrary(String name, String dependency) {
        assertThat(new MissingStore(library -> false, property -> true).describe(name, AVAILABLE))
                .isEqualTo("The store '" + name + "' is not available. Add the dependency " + dependency + ".");
    }

    @ParameterizedTest
    @CsvSource({"redis, redis.uri", "memcached, http-cache.memcached.servers", "dynamodb, http-cache.dynamodb.table"})
    void namesThePropertyWithTheClientLibrary(String name, String property) {
        assertThat(new MissingStore(library -> true, set -> false).describe(name, AVAILABLE))
                .startsWith("The store '" + name + "' is not available. Set " + property);
    }

    @Test
    void namesTheClientBeanOfDynamoDbWithATable() {
        assertThat(new MissingStore(library -> true, set -> true).describe("dynamodb", AVAILABLE))
                .contains("Add a bean of the type DynamoDbAsyncClient");
    }

    @Test
    void listsTheStoresForAnyOtherName() {
        assertThat(new MissingStore(library -> true, set -> true).describe("product", AVAILABLE))
                .startsWith("There is no store 'product'. Available stores: [memory, products].");
    }
}
