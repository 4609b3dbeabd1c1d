package io.httpcached.example.catalog;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Index;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A product: a row of the database and a JSON object alike.
 *
 * @param id its number, from 1
 * @param name what it is called, unlike any other
 * @param category the shelf it stands on
 * @param description one sentence
 * @param price in euros, with two decimals
 * @param addedOn the day it joined the catalogue
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
