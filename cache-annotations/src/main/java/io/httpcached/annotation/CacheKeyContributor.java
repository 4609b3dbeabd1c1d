package io.httpcached.annotation;

/**
 * A {@link KeyContributor} for all cached routes. A bean of this type needs no annotation on a route. Several beans contribute in
 * the order of {@code @Order}, before the classes that {@link HttpCached#key} names.
 */
@FunctionalInterface
public interface CacheKeyContributor extends KeyContributor {}
