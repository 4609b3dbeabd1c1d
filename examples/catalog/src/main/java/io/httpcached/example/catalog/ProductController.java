package io.httpcached.example.catalog;

import io.httpcached.CacheTags;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Optional;

/** The catalogue as JSON. */
@Controller("/products")
@ExecuteOn(TaskExecutors.BLOCKING)
@HttpCached(ttl = "10m", staleWhileRevalidate = "1m")
class ProductController {

    private static final int LARGEST_PAGE = 100;

    private final ProductRepository products;

    ProductController(ProductRepository products) {
        this.products = products;
    }

    /**
     * One page of the catalogue. A change of any of its products invalidates it.
     *
     * @param skip how many products to leave out
     * @param limit how many to return at most
     * @param tags takes a tag for each product on the page
     * @return the products after those, empty behind the last
     */
    @Get
    List<Product> list(
            @QueryValue(defaultValue = "0") @PositiveOrZero int skip,
            @QueryValue(defaultValue = "20") @Min(1) @Max(LARGEST_PAGE) int limit,
            CacheTags tags) {
        List<Product> page = products.page(skip, limit);
        page.forEach(product -> tags.add("product:" + product.id()));
        return page;
    }

    /**
     * One product.
     *
     * @param id its number
     * @return the product; empty, and so 404, when there is none
     */
    @Get("/{id}")
    @HttpCached(tags = "product:{id}")
    Optional<Product> show(long id) {
        return products.findById(id);
    }

    /**
     * Changes a product. Whoever reads after the answer sees the change, on every node: the product, each page that it is
     * on, and the home page, on which it may have become one of the cheapest.
     *
     * @param id its number
     * @param change what it is from now on
     * @return the product; empty, and so 404, when there is none
     */
    @Put("/{id}")
    @HttpCacheInvalidate(tags = {"product:{id}", "home"})
    Optional<Product> change(long id, @Body @Valid ProductChange change) {
        return products.findById(id).map(change::of).map(products::update);
    }
}
