package io.httpcached.example.catalog;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the database before the server opens its port, so that no request sees half a catalogue. One that another node has
 * filled stays as it is.
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
     * @param event says that the beans are ready
     */
    @EventListener
    @Transactional
    void fill(StartupEvent event) {
        if (products.count() > 0) {
            return;
        }
        products.saveAll(SampleProducts.all());
        LOG.info("The catalogue holds {} products", SampleProducts.COUNT);
    }
}
