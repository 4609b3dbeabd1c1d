package io.httpcached.example.catalog;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/**
 * What can be changed about a product.
 *
 * @param name what it is called
 * @param price in euros, with two decimals at most
 */
@Serdeable
record ProductChange(@NotBlank String name, @NotNull @Positive @Digits(integer = 8, fraction = 2) BigDecimal price) {

    /** {@return a product after this change} */
    Product of(Product before) {
        return new Product(before.id(), name, before.category(), before.description(), price, before.addedOn());
    }
}
