package io.httpcached.server.interceptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TagWriterTest {

    @Test
    void givesTheValueThatTheMethodSees() {
        TagWriter query = Inputs.tags(Inputs.query(Map.of("sort-by", List.of("name"))));
        assertThat(query.query("sortBy", query.query("sort-by"))).isEqualTo("name");
        assertThat(query.query("sortBy", "id")).isEqualTo("id");

        TagWriter headers = Inputs.tags(Inputs.headers(Map.of("X-Tenant", "a")));
        assertThat(headers.header("x-tenant", "none")).isEqualTo("a");
        assertThat(headers.header("Accept-Language", "en")).isEqualTo("en");
    }

    @Test
    void whatTheRequestDoesNotCarryIsEmpty() {
        TagWriter tags = Inputs.tags(Inputs.path(Map.of()));

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

        assertThat(Inputs.tags(Inputs.of(authenticated)).user()).isEqualTo("alice");
        assertThat(Inputs.tags(Inputs.of(request)).user()).isEmpty();
    }

    @Test
    void aWholeNumberIsOneTagHoweverItIsWritten() {
        TagWriter tags = Inputs.tags(Inputs.path(Map.of("id", "020")));

        tags.add("product:" + tags.integer(tags.path("id")));

        assertThat(tags.tags()).containsExactly("product:20");
    }

    @Test
    void valueHasOneTextHoweverItIsSpelled() {
        assertThat(value(UUID.class, "6F9619FF-8B86-D011-B42D-00CF4FC964FF"))
                .isEqualTo("6f9619ff-8b86-d011-b42d-00cf4fc964ff");
        assertThat(value(boolean.class, "on")).isEqualTo("true");
        assertThat(value(boolean.class, "anything")).isEqualTo("false");
        assertThat(value(BigDecimal.class, "1.50")).isEqualTo("1.5");
        assertThat(value(TimeUnit.class, "seconds")).isEqualTo("SECONDS");
        assertThat(value(long.class, "007")).isEqualTo("7");
        assertThat(value(String.class, "007")).isEqualTo("007");
    }

    @Test
    void textThatIsNoValueStaysAsItIs() {
        assertThat(value(UUID.class, "no-id")).isEqualTo("no-id");
        assertThat(value(ZoneId.class, "no/zone")).isEqualTo("no/zone");
        assertThat(value(UUID.class, "")).isEmpty();
        assertThat(value(UUID.class, null)).isEmpty();
    }

    private static String value(Class<?> type, @Nullable String text) {
        RouteArguments arguments = new RouteArguments(Inputs.RESOLVERS, Argument.of(type, "v"));
        return new TagWriter(Inputs.path(Map.of()), arguments).value(0, text);
    }
}
