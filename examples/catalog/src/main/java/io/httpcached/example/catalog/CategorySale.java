package io.httpcached.example.catalog;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/**
 * Reduces the prices of a category. No annotation of a route can name all the responses that change, so this class invalidates them,
 * by the beans that the processor generates for the two controllers.
 */
@Singleton
class CategorySale {

    private final ProductRepository products;
    private final ProductControllerCache productCache;
    private final HomeControllerCache homeCache;

    CategorySale(ProductRepository products, ProductControllerCache productCache, HomeControllerCache homeCache) {
        this.products = products;
        this.productCache = productCache;
        this.homeCache = homeCache;
    }

    /**
     * Reduces the prices. The invalidations follow the commit, and this method returns when they are complete.
     *
     * @param category the name of the category
     * @param percent the reduction in percent
     * @return the number of reduced products
     */
    @Transactional
    long reduce(String category, int percent) {
        long reduced = products.reducePrices(category, percent);
        if (reduced > 0) {
            productCache.invalidateShow().join();
            productCache.invalidateList().join();
            homeCache.invalidateHome().join();
        }
        return reduced;
    }
}
