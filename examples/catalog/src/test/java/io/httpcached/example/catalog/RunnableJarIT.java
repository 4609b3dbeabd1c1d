package io.httpcached.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Starts the packaged jar as a new user does, which detects files that are missing from the package. */
class RunnableJarIT {

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void servesTheCatalogOnTheConfiguredPort() throws Exception {
        try (CatalogProcess catalog = CatalogProcess.start(Map.of())) {
            assertThat(Http.get(catalog.server(), "/products/20000").statusCode())
                    .isEqualTo(200);
            assertThat(Http.get(catalog.server(), "/products?limit=0").statusCode())
                    .isEqualTo(400);
            assertThat(Http.get(catalog.server(), "/").body()).contains("<p>20,000 products");
        }
    }
}
