package io.httpcached.benchmark.application;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A page of products, which the handlers return.
 *
 * @param title the title of the page
 * @param products the products on it
 */
@Serdeable
public record Page(String title, List<Product> products) {

    /** Returns a page with the given number of products, always with the same content. */
    static Page of(int products) {
        return new Page(
                "Kettles, sorted by number, both those in stock and those to be made",
                LongStream.range(0, products).mapToObj(Product::numbered).toList());
    }
}
