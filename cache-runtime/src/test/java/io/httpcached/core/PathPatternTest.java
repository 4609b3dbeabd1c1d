package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/                      | /",
                "/products              | /products/",
                "/products{?skip,limit} | /products",
                "/products{&skip}       | /products{#part}",
                "/products/{id}         | /products/{number}",
                "/products/{id}         | /products/{id:[0-9]+}",
                "/products/{id}         | /products/{id:2}",
                "/products/{id}         | /products/latest",
                "/products/{id}-{name}  | /products/7-{name}",
                "/a{b}c                 | /{x}bc",
                "/a{b}                  | /{x}a",
                "/{a}/b                 | /a/{b}",
                "/{+path}               | /products/{id}/reviews",
                "/{+path}               | /{a}/{b}/{c}",
                "/pages/{path:.*}       | /pages/a/b",
                "/pages/{path:.*}       | /pages/{a}/{b}",
                "/pages{/page}          | /pages",
                "/pages{/page}          | /pages/1",
                "/pages/{id:?}          | /pages/{id}",
                "/feed{.format}         | /feed.json",
                "/files/{path*}         | /files/a/b",
                "/a/{x:[^-]+}           | /a/b/c",
            })
    void somePathMatchesBothPatterns(String one, String two) {
        assertThat(overlap(one, two)).isTrue();
        assertThat(overlap(two, one)).isTrue();
        assertThat(overlap(one, one)).isTrue();
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/                         | /products",
                "/products                 | /orders",
                "/products                 | /product",
                "/products/{id}            | /products",
                "/products/{id}            | /products/{id}/reviews",
                "/products/{id:[0-9]+}     | /products/{id}/reviews",
                "/products/{id:\\d+}       | /products/{id}/reviews",
                "/products/{id:^[a-z_-]+$} | /products/{id}/reviews",
                "/products/{id:2}          | /products/1/2",
                "/a{b}                     | /a",
                "/a{b}                     | /b{a}",
                "/{a}x                     | /{b}y",
                "/{+path}x                 | /{+path}y",
                "/{a}/b                    | /{a}/c",
                "/pages/{path:.*}          | /page/{id}",
            })
    void noPathMatchesBothPatterns(String one, String two) {
        assertThat(overlap(one, two)).isFalse();
        assertThat(overlap(two, one)).isFalse();
    }

    @Test
    void patternWithoutVariablesHasOnePath() {
        assertThat(PathPattern.of("/products/latest/{?skip}").onlyPath()).isEqualTo("/products/latest");
        assertThat(PathPattern.of("/").onlyPath()).isEmpty();
        assertThat(PathPattern.of("/products/{id}").onlyPath()).isNull();
        assertThat(PathPattern.of("/{+path}").onlyPath()).isNull();
    }

    @Test
    void manyVariablesTakeLittleTime() {
        String one = "/{+a}b".repeat(60) + "c";
        String two = "/{+a}b".repeat(60) + "d";
        assertThat(overlap(one, two)).isFalse();
    }

    private static boolean overlap(String one, String two) {
        return PathPattern.of(one).overlaps(PathPattern.of(two));
    }
}
