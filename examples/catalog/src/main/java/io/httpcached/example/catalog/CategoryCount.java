package io.httpcached.example.catalog;

import io.micronaut.core.annotation.Introspected;

/**
 * How many products a category has.
 *
 * @param category the name of the category
 * @param products the number of its products
 */
@Introspected
record CategoryCount(String category, long products) {}
