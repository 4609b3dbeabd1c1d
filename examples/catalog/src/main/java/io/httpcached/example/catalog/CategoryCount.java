package io.httpcached.example.catalog;

import io.micronaut.core.annotation.Introspected;

/**
 * The number of products in a category.
 *
 * @param category the name of the category
 * @param products the number of its products
 */
@Introspected
record CategoryCount(String category, long products) {}
