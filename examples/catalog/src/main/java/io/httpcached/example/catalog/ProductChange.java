package io.httpcached.example.catalog;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/**
 * A change of a product, the body of {@code PUT /products/{id}}.
 *
 * @param name the new name
 * @param price the new price in euros, with at most two decimals
 */
@Serdeable
record ProductChange(@NotBlank String name, @NotNull @Positive @Digits(integer = 8, fraction = 2) BigDecimal price) {

    /** Returns a copy of the product with this change applied. */
    Product applyTo(Product before) {
        return new Product(before.id(), name, before.category(), before.description(), price, before.addedOn());
    }
}
