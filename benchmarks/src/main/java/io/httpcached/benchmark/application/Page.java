package io.httpcached.benchmark.application;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A page of products, the object that handlers return.
 *
 * @param title says which page it is
 * @param products the products on it
 */
@Serdeable
public record Page(String title, List<Product> products) {

    /** {@return a page of so many products, always the same} */
    static Page of(int products) {
        return new Page(
                "Kettles, sorted by number, both those in stock and those to be made",
                LongStream.range(0, products).mapToObj(Product::numbered).toList());
    }
}
