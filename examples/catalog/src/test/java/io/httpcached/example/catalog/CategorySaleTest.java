package io.httpcached.example.catalog;

import static io.httpcached.test.HttpCacheAssertions.assertThat;
import static io.micronaut.http.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.test.CacheTester;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a sale invalidates the responses that show its prices. */
@MicronautTest(transactional = false)
class CategorySaleTest {

    private static final String SALE = "/categories/Kitchen%20%26%20Dining/sale";

    /** A product of the category. */
    private static final String PRODUCT = "/products/10";

    @Inject
    CacheTester cache;

    @ParameterizedTest
    @ValueSource(strings = {PRODUCT, "/products", "/products?skip=20", "/"})
    void saleInvalidatesEveryPageWithPrices(String target) {
        cache.assertThatRoute(target).isInvalidatedBy(POST, SALE, "{\"percent\": 1}");
    }

    @Test
    void priceIsReduced() {
        BigDecimal before = price();
        assertThat(cache.send(POST, SALE, "{\"percent\": 10}").body())
                .isEqualTo("{\"category\":\"Kitchen & Dining\",\"products\":4000}");
        assertThat(price())
                .isEqualByComparingTo(before.multiply(new BigDecimal("0.9")).setScale(2, RoundingMode.HALF_UP));
    }

    @Test
    void saleOfAnUnknownCategoryReturns404AndInvalidatesNothing() {
        cache.get(PRODUCT);
        assertThat(cache.send(POST, "/categories/Toys/sale", "{\"percent\": 10}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(cache.get(PRODUCT)).isHit();
    }

    @ParameterizedTest
    @CsvSource({"0, must be greater than or equal to 1", "91, must be less than or equal to 90"})
    void rejectsAnotherReduction(int percent, String sentence) {
        var response = cache.send(POST, SALE, "{\"percent\": " + percent + "}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(sentence);
    }

    private BigDecimal price() {
        String json = cache.get(PRODUCT).body();
        return new BigDecimal(json.replaceAll(".*\"price\":([0-9.]+).*", "$1"));
    }
}
