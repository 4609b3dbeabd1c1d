package io.httpcached.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "/products,               /products,            true",
        "/products/,              /products,            true",
        "/,                       /,                    true",
        "/products,               /,                    false",
        "/products/{id},          /products/{number},   true",
        "/products/{id},          /products/import,     true",
        "/products/{id},          /shops/{id},          false",
        "/products/{id},          /products,            false",
        "/products/{id},          /products/{id}/label, false",
        "/products/a-{id},        /products/{id}-z,     true",
        "/products/a-{id},        /products/b-{id},     false",
        "/products{?page},        /products,            true",
        "/products/{id}{#part},   /products/{id},       true",
        "/files/{+path},          /files/a/b,           true",
        "/files/{path:.*},        /files/a/b,           true",
        "/files/{name:3},         /files/a/b,           false",
        "/files{/path},           /files/a,             true",
        "/files{/path},           /files,               true",
        "/files/{+path},          /shops/{id},          false",
        "/${version}/a,           /v1/a,                true",
        "/${version}/a,           /v1/api/a,            true",
        "/${version}/a,           /v1/b,                false",
    })
    void overlapsIfOnePathMatchesBoth(String template, String other, boolean overlap) {
        PathPattern one = UriTemplate.parse(template).paths();
        PathPattern two = UriTemplate.parse(other).paths();

        assertThat(one.overlaps(two)).isEqualTo(overlap);
        assertThat(two.overlaps(one)).isEqualTo(overlap);
    }
}
