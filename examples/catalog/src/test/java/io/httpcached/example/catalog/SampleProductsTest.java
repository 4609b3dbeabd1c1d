package io.httpcached.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleProductsTest {

    private final List<Product> products = SampleProducts.all();

    @Test
    void createsTheSameProductsAtEveryStart() {
        assertThat(SampleProducts.all()).isEqualTo(products);
    }

    @Test
    void numbersProductsFromOneWithoutGaps() {
        assertThat(products)
                .extracting(Product::id)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 20_000).boxed().toList());
    }

    @Test
    void productNamesAreUnique() {
        assertThat(products).extracting(Product::name).doesNotHaveDuplicates();
    }

    @Test
    void pricesArePositiveAndInWholeCents() {
        assertThat(products).extracting(Product::price).allSatisfy(price -> {
            assertThat(price).isGreaterThan(BigDecimal.ZERO);
            assertThat(price.scale()).isEqualTo(2);
        });
    }
}
