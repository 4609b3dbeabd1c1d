package io.httpcached.example.catalog;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The number of products in a category.
 *
 * @param category the name of the category
 * @param products the number of its products
 */
@Serdeable
record CategoryCount(String category, long products) {}
