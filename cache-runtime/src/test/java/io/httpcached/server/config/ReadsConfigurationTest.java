package io.httpcached.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsConfigurationTest {

    private final ReadsConfiguration reads = new ReadsConfiguration();

    @ParameterizedTest
    @CsvSource({
        "traceparent, true",
        "x-b3-traceid, true",
        "x-request-id, true",
        "accept-encoding, true",
        "if-none-match, true",
        "range, true",
        "cache-control, true",
        "content-type, true",
        "via, true",
        "b3-single, false",
        "x-b3, false",
        "x-tenant, false",
        "accept-language, false",
        "accept, false",
        "cookie, false",
        "authorization, false",
        "host, false",
        "forwarded, false",
        "x-forwarded-for, false",
        "user-agent, false",
    })
    void ignoresFieldsOnWhichNoResponseDepends(String name, boolean ignored) {
        assertThat(reads.isIgnoredField(name)).isEqualTo(ignored);
    }

    @Test
    void configuredFieldsAreIgnoredInAdditionToTheDefaultOnes() {
        reads.setIgnoredFields(List.of("X-Amz-Cf-Id", "X-Edge-*"));
        assertThat(List.of("x-amz-cf-id", "x-edge-location", "traceparent", "x-b3-spanid"))
                .allMatch(reads::isIgnoredField);
        assertThat(List.of("x-amz-cf-id-2", "x-edge", "x-tenant")).noneMatch(reads::isIgnoredField);
    }

    @ParameterizedTest
    @CsvSource({
        "micronaut.http.route.match, true",
        "micronaut.filter.order, true",
        "io.micronaut.tracing.span, true",
        "io.httpcached.server.call, true",
        "micronaut.SESSION, false",
        "micronaut.AUTHENTICATION, false",
        "micronaut.TOKEN, false",
        "micronautish, false",
        "tenant, false",
        "cspNonce, false",
    })
    void ignoresAttributesOfTheFrameworkThatBelongToNoUser(String name, boolean ignored) {
        assertThat(reads.isIgnoredAttribute(name)).isEqualTo(ignored);
    }

    @Test
    void configuredAttributesAreIgnoredInAdditionToThoseOfTheFramework() {
        reads.setIgnoredAttributes(List.of("startTime", "metrics.*"));
        assertThat(List.of("startTime", "metrics.timer", "micronaut.http.route.match"))
                .allMatch(reads::isIgnoredAttribute);
        assertThat(List.of("starttime", "metrics", "tenant")).noneMatch(reads::isIgnoredAttribute);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "X-*-Id", "X-**", "X Tenant", ""})
    void rejectsWhatIsNoFieldName(String name) {
        assertThatThrownBy(() -> reads.setIgnoredFields(List.of("X-Tenant", name)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("http-cache.reads.ignored-fields must be ")
                .hasMessageEndingWith(", but was '" + name + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "a*b", "", " "})
    void rejectsWhatIsNoAttributeName(String name) {
        assertThatThrownBy(() -> reads.setIgnoredAttributes(List.of(name)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "http-cache.reads.ignored-attributes must be names of request attributes such as startTime or"
                                + " metrics.*, but was '" + name + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", ""})
    void rejectsALimitBelowOne(String number) {
        assertThatThrownBy(() -> reads.setMaximumNames(number))
                .hasMessage("http-cache.reads.maximum-names must be a whole number of at least 1, but was '" + number
                        + "'.");
        assertThatThrownBy(() -> reads.setMaximumValues(number))
                .hasMessage("http-cache.reads.maximum-values must be a whole number of at least 1, but was '" + number
                        + "'.");
    }
}
