package io.httpcached.example.catalog;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the database before the server opens its port, so that no request sees half a catalog. A database that another
 * node has filled is left unchanged.
 */
@Singleton
class CatalogFiller {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogFiller.class);

    private final ProductRepository products;

    CatalogFiller(ProductRepository products) {
        this.products = products;
    }

    /**
     * Inserts every sample product, in one transaction.
     *
     * @param event the event that Micronaut publishes when all beans are ready
     */
    @EventListener
    @Transactional
    void fill(StartupEvent event) {
        if (products.count() > 0) {
            return;
        }
        products.saveAll(SampleProducts.all());
        LOG.info("The catalog holds {} products", SampleProducts.COUNT);
    }
}
