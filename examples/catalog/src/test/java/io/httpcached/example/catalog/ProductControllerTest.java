package io.httpcached.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.test.CacheTester;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
class ProductControllerTest {

    @Inject
    CacheTester cache;

    @Inject
    ObjectMapper json;

    @Inject
    ProductRepository products;

    @Test
    void startupInsertsTwentyThousandProducts() {
        assertThat(products.count()).isEqualTo(20_000);
        assertThat(cache.get("/products/1").statusCode()).isEqualTo(200);
        assertThat(cache.get("/products/20000").statusCode()).isEqualTo(200);
    }

    @Test
    void servesAProductAsJson() throws Exception {
        HttpResponse<String> response = cache.get("/products/7");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(json.readValue(response.body(), Product.class))
                .isEqualTo(SampleProducts.all().get(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/products/20001", "/products/0", "/products/-1"})
    void returns404ForAnUnknownProduct(String path) {
        assertThat(cache.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void returnsTheFirstTwentyProductsByDefault() throws Exception {
        assertThat(idsOf("/products")).isEqualTo(ids(1, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "skip=20, 21, 40",
        "limit=3, 1, 3",
        "skip=40&limit=2, 41, 42",
        "limit=100, 1, 100",
        "skip=19995, 19996, 20000"
    })
    void honorsSkipAndLimit(String query, long first, long last) throws Exception {
        assertThat(idsOf("/products?" + query)).isEqualTo(ids(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20000", "2147483647"})
    void returnsAnEmptyPageAfterTheLastProduct(String skip) throws Exception {
        assertThat(idsOf("/products?skip=" + skip)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/products?limit=0, limit: must be greater than or equal to 1",
        "/products?limit=101, limit: must be less than or equal to 100",
        "/products?limit=-1, limit: must be greater than or equal to 1",
        "/products?limit=many, Failed to convert argument [limit]",
        "/products?skip=-1, skip: must be greater than or equal to 0",
        "/products?skip=99999999999, Failed to convert argument [skip]",
        "/products?skip=%00, Failed to convert argument [skip]",
        "/products/seven, Failed to convert argument [id]"
    })
    void rejectsInvalidInputWithAMessage(String path, String sentence) {
        HttpResponse<String> response = cache.get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(sentence);
    }

    private List<Long> idsOf(String path) throws IOException {
        return json.readValue(cache.get(path).body(), Argument.listOf(Product.class)).stream()
                .map(Product::id)
                .toList();
    }

    private static List<Long> ids(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
