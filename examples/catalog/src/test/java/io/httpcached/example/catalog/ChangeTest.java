package io.httpcached.example.catalog;

import static io.httpcached.test.HttpCacheAssertions.assertThat;
import static io.micronaut.http.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.test.CacheTester;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that changing a product invalidates the responses that contain it, and no others. */
@MicronautTest(transactional = false)
class ChangeTest {

    private static final String CHANGE = "{\"name\": \"Thirty-first\", \"price\": 0.99}";

    @Inject
    CacheTester cache;

    @ParameterizedTest
    @ValueSource(strings = {"/products/31", "/products?skip=20", "/"})
    void changeInvalidatesProductListAndHomePage(String target) {
        cache.assertThatRoute(target).isInvalidatedBy(PUT, "/products/31", CHANGE);
        assertThat(cache.get(target).body()).contains("Thirty-first", "0.99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/products/32", "/products"})
    void otherPagesSurviveTheChange(String target) {
        cache.assertThatRoute(target).survives(PUT, "/products/31", CHANGE);
    }

    @Test
    void changedProductIsTheResponse() {
        HttpResponse<String> changed = cache.send(PUT, "/products/31", CHANGE);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("\"name\":\"Thirty-first\"", "\"price\":0.99");
        assertThat(cache.get("/products/31").body()).isEqualTo(changed.body());
    }

    @Test
    void changingAnUnknownProductReturns404AndInvalidatesNothing() {
        cache.get("/");
        assertThat(cache.send(PUT, "/products/20001", CHANGE).statusCode()).isEqualTo(404);
        assertThat(cache.get("/")).isHit();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"\", \"price\": 1} | change.name: must not be blank",
                "{\"name\": \"New\", \"price\": 0} | change.price: must be greater than 0",
                "{\"name\": \"New\"} | change.price: must not be null",
                "{\"name\": \"New\", \"price\": 1.999} | change.price: numeric value out of bounds",
                "{\"name\": \"New\", | Invalid JSON",
            })
    void rejectsInvalidInputWithAMessage(String json, String sentence) {
        HttpResponse<String> response = cache.send(PUT, "/products/33", json);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(sentence);
    }
}
