package io.httpcached.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that changing a product invalidates the responses that contain it. */
@MicronautTest(transactional = false)
class ChangeTest {

    @Inject
    EmbeddedServer server;

    @Test
    void changeInvalidatesProductListAndHomePageOnly() throws Exception {
        for (String path : new String[] {"/products/31", "/products/32", "/products?skip=20", "/products", "/"}) {
            get(path);
            assertThat(isHit(get(path))).as(path).isTrue();
        }

        HttpResponse<String> changed = put("/products/31", "{\"name\": \"Thirty-first\", \"price\": 0.99}");

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("\"name\":\"Thirty-first\"", "\"price\":0.99");
        assertThat(get("/products/31").body()).isEqualTo(changed.body());
        assertThat(get("/products?skip=20").body()).contains(changed.body());
        assertThat(get("/").body()).contains("Thirty-first");
        assertThat(isHit(get("/products/32"))).isTrue();
        assertThat(isHit(get("/products"))).isTrue();
    }

    @Test
    void changingAnUnknownProductReturns404AndInvalidatesNothing() throws Exception {
        get("/");
        assertThat(put("/products/20001", "{\"name\": \"New\", \"price\": 1}").statusCode())
                .isEqualTo(404);
        assertThat(isHit(get("/"))).isTrue();
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
    void rejectsInvalidInputWithAMessage(String json, String sentence) throws Exception {
        HttpResponse<String> response = put("/products/33", json);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(sentence);
    }

    private static boolean isHit(HttpResponse<String> response) {
        return response.headers().firstValue("X-Cache").orElse("").equals("HIT");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return Http.get(server.getURI(), path);
    }

    private HttpResponse<String> put(String path, String json) throws Exception {
        return Http.put(server.getURI(), path, json);
    }
}
