package io.httpcached.example.catalog;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * A reduction of prices, the body of {@code POST /categories/{category}/sale}.
 *
 * @param percent the reduction in percent
 */
@Serdeable
record PriceReduction(@Min(1) @Max(90) int percent) {}
