package io.httpcached.example.catalog;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.TypedHttpCache;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Serves the home page. A request costs three queries and some rendering, unless it is a cache hit. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@TypedHttpCache
class HomeController {

    private final ProductRepository products;

    HomeController(ProductRepository products) {
        this.products = products;
    }

    /** Returns the page as HTML. */
    @Get(produces = "text/html;charset=utf-8")
    @HttpCached(ttl = "1m", staleWhileRevalidate = "10m", tags = "home")
    String home() {
        return new HomePage(
                        products.countByCategory(),
                        products.findTop5OrderByPriceAscAndIdAsc(),
                        products.findTop5OrderByAddedOnDescAndIdDesc())
                .toHtml();
    }
}
