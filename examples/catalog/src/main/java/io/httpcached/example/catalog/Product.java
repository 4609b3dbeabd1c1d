package io.httpcached.example.catalog;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Index;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A product, both as a row of the database and as a JSON object.
 *
 * @param id the number of the product, starting at 1
 * @param name the unique name of the product
 * @param category the name of its category
 * @param description a description in one sentence
 * @param price the price in euros, with two decimals
 * @param addedOn the day on which it was added to the catalog
 */
@Serdeable
@MappedEntity
@Index(columns = "category")
@Index(columns = "price")
@Index(columns = "added_on")
record Product(
        @Id long id,
        String name,
        String category,
        String description,
        @MappedProperty(definition = "DECIMAL(10, 2)") BigDecimal price,
        LocalDate addedOn) {}
