package io.httpcached.example.catalog;

import io.httpcached.CacheTags;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.TypedHttpCache;
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

/** Serves the catalog as JSON. */
@Controller("/products")
@ExecuteOn(TaskExecutors.BLOCKING)
@HttpCached(ttl = "10m", staleWhileRevalidate = "1m")
@TypedHttpCache
class ProductController {

    private static final int LARGEST_PAGE = 100;

    private final ProductRepository products;

    ProductController(ProductRepository products) {
        this.products = products;
    }

    /**
     * Returns one page of the catalog. The page carries a tag for each of its products, so a change of any of them
     * invalidates it.
     *
     * @param skip the number of products to skip
     * @param limit the maximum number of products to return
     * @param tags the result tags of the response
     * @return the products of the page; empty after the last product
     */
    @Get
    @HttpCached(resultTags = "product:*")
    List<Product> list(
            @QueryValue(defaultValue = "0") @PositiveOrZero int skip,
            @QueryValue(defaultValue = "20") @Min(1) @Max(LARGEST_PAGE) int limit,
            CacheTags tags) {
        List<Product> page = products.page(skip, limit);
        page.forEach(product -> tags.add("product:" + product.id()));
        return page;
    }

    /**
     * Returns one product.
     *
     * @param id the number of the product
     * @return the product; if it is empty, Micronaut answers with 404
     */
    @Get("/{id}")
    @HttpCached(tags = "product:{id}")
    Optional<Product> show(long id) {
        return products.findById(id);
    }

    /**
     * Changes a product, and invalidates its own page, each list page that contains it, and the home page, where it may
     * have become one of the cheapest. With a shared backend, every request on any node that arrives after the response
     * sees the change.
     *
     * @param id the number of the product
     * @param change the new name and price
     * @return the product; if it is empty, Micronaut answers with 404
     */
    @Put("/{id}")
    @HttpCacheInvalidate(tags = {"product:{id}", "home"})
    Optional<Product> change(long id, @Body @Valid ProductChange change) {
        return products.findById(id).map(change::applyTo).map(products::update);
    }
}
