package io.httpcached.server.store;

import java.util.List;
import java.util.function.Predicate;

/**
 * Describes what is missing for a store that is not available: a dependency, a property or a bean.
 *
 * @param hasLibrary tells whether the client library of a store is on the class path
 * @param hasProperty tells whether a property is set
 */
record MissingStore(Predicate<String> hasLibrary, Predicate<String> hasProperty) {

    private static final String DYNAMODB_TABLE = "http-cache.dynamodb.table";

    /**
     * Describes what is missing.
     *
     * @param name the name of a store that is not available
     * @param available the names of the stores that are
     * @return the sentences of a message
     */
    String describe(String name, List<String> available) {
        return switch (name) {
            case "redis" ->
                needs(
                        name,
                        "io.micronaut.redis:micronaut-redis-lettuce",
                        "Set redis.uri, or redis.uris for a cluster, or redis.servers.<name>.uri and"
                                + " http-cache.redis.server.");
            case "memcached" -> needs(name, "com.spotify:folsom", "Set http-cache.memcached.servers.");
            case "dynamodb" ->
                needs(
                        name,
                        "software.amazon.awssdk:dynamodb",
                        hasProperty.test(DYNAMODB_TABLE)
                                ? "Add a bean of the type DynamoDbAsyncClient. io.micronaut.aws:micronaut-aws-sdk-v2"
                                        + " provides one together with software.amazon.awssdk:netty-nio-client."
                                : "Set " + DYNAMODB_TABLE + ".");
            default ->
                "There is no store '" + name + "'. Available stores: " + available
                        + ". Write one of these, redis, memcached, dynamodb or the name of a cache of"
                        + " micronaut-cache; a cache of Caffeine is configured under micronaut.caches.<name>.";
        };
    }

    private String needs(String name, String dependency, String configuration) {
        return "The store '" + name + "' is not available. "
                + (hasLibrary.test(name) ? configuration : "Add the dependency " + dependency + ".");
    }
}
