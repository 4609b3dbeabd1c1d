package io.httpcached.benchmark.application;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;

/**
 * A product as an ordinary JSON interface shows it: numbers, texts and a list.
 *
 * @param id its number
 * @param name its name
 * @param price its price
 * @param stock how many there are
 * @param labels what it can be found by
 */
@Serdeable
public record Product(long id, String name, BigDecimal price, int stock, List<String> labels) {

    /** {@return the product of that number, always the same} */
    static Product numbered(long id) {
        return new Product(
                id,
                "Copper kettle, model " + (1000 + id),
                BigDecimal.valueOf(1999 + id % 500, 2),
                (int) (id % 90),
                List.of("kitchen", "copper", "series-" + id % 7));
    }
}
