package io.httpcached.benchmark.peers;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;

/**
 * A product with numbers, texts and a list, as an ordinary JSON API returns it.
 *
 * @param id the number of the product
 * @param name the name of the product
 * @param price the price
 * @param stock the number of items in stock
 * @param labels the search terms of the product
 */
@Serdeable
record Product(long id, String name, BigDecimal price, int stock, List<String> labels) {

    /** Returns the product with the given number, always with the same content. */
    static Product numbered(long id) {
        return new Product(
                id,
                "Copper kettle, model " + (1000 + id),
                BigDecimal.valueOf(1999 + id % 500, 2),
                (int) (id % 90),
                List.of("kitchen", "copper", "series-" + id % 7));
    }
}
