package io.httpcached.server.interceptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TagWriterTest {

    @Test
    void givesTheValueThatTheMethodSees() {
        TagWriter query = new TagWriter(Inputs.query(Map.of("sort-by", List.of("name"))));
        assertThat(query.query("sortBy", query.query("sort-by"))).isEqualTo("name");
        assertThat(query.query("sortBy", "id")).isEqualTo("id");

        TagWriter headers = new TagWriter(Inputs.headers(Map.of("X-Tenant", "a")));
        assertThat(headers.header("x-tenant", "none")).isEqualTo("a");
        assertThat(headers.header("Accept-Language", "en")).isEqualTo("en");
    }

    @Test
    void whatTheRequestDoesNotCarryIsEmpty() {
        TagWriter tags = new TagWriter(Inputs.path(Map.of()));

        assertThat(List.of(tags.path("a"), tags.query("a"), tags.header("a"), tags.cookie("a")))
                .containsOnly("");
    }

    @Test
    void returnsTheNameOfThePrincipal() {
        HttpRequest<Object> request = HttpRequest.GET("/basket");
        HttpRequest<Object> authenticated = new HttpRequestWrapper<>(request) {
            @Override
            public Optional<Principal> getUserPrincipal() {
                return Optional.of(() -> "alice");
            }
        };

        assertThat(new TagWriter(Inputs.of(authenticated)).user()).isEqualTo("alice");
        assertThat(new TagWriter(Inputs.of(request)).user()).isEmpty();
    }

    @Test
    void aWholeNumberIsOneTagHoweverItIsWritten() {
        TagWriter tags = new TagWriter(Inputs.path(Map.of("id", "020")));

        tags.add("product:" + tags.integer(tags.path("id")));

        assertThat(tags.tags()).containsExactly("product:20");
    }
}
