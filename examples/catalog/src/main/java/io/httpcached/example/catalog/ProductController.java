package io.httpcached.example.catalog;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Optional;

/** The catalogue as JSON. */
@Controller("/products")
@ExecuteOn(TaskExecutors.BLOCKING)
@HttpCached(ttl = "10m", staleWhileRevalidate = "1m", tags = "products")
class ProductController {

    private static final int LARGEST_PAGE = 100;

    private final ProductRepository products;

    ProductController(ProductRepository products) {
        this.products = products;
    }

    /**
     * One page of the catalogue.
     *
     * @param skip how many products to leave out
     * @param limit how many to return at most
     * @return the products after those, empty behind the last
     */
    @Get
    List<Product> list(
            @QueryValue(defaultValue = "0") @PositiveOrZero int skip,
            @QueryValue(defaultValue = "20") @Min(1) @Max(LARGEST_PAGE) int limit) {
        return products.page(skip, limit);
    }

    /**
     * One product.
     *
     * @param id its number
     * @return the product; empty, and so 404, when there is none
     */
    @Get("/{id}")
    @HttpCached(tags = {"products", "product:{id}"})
    Optional<Product> show(long id) {
        return products.findById(id);
    }
}
