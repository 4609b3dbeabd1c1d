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
        "/roles/{id:[0-9]+},      /roles/options,       false",
        "/roles/{id:[0-9]+},      /roles/7,             true",
        "/roles/{id:^[0-9]+$},    /roles/7,             true",
        "/roles/{id:[a-z]+},      /roles/options,       true",
        "/roles/{id:[a-z]+},      /roles/a/b,           false",
        "/roles/{id:.+},          /roles/a/b,           true",
        "/roles/{id:[},           /roles/a,             true",
    })
    void overlapsIfOnePathMatchesBoth(String template, String other, boolean overlap) {
        PathPattern one = UriTemplate.parse(template).paths(name -> TagPattern.ANY);
        PathPattern two = UriTemplate.parse(other).paths(name -> TagPattern.ANY);

        assertThat(one.overlaps(two)).isEqualTo(overlap);
        assertThat(two.overlaps(one)).isEqualTo(overlap);
    }

    @ParameterizedTest
    @CsvSource({
        "/roles/{id},         /roles/options,      false",
        "/roles/{id},         /roles/7,            true",
        "/roles/{id},         /roles/{name},       true",
        "/roles/{id}/name,    /roles/options/name, false",
        "/roles/role-{id},    /roles/role-a,       false",
        "/roles/role-{id},    /roles/role-7,       true",
        "/roles/{id}{/part},  /roles/options,      false",
        "/roles/{id}{/part},  /roles/7/name,       true",
    })
    void aVariableMatchesTheTextsOfItsTypeOnly(String template, String other, boolean overlap) {
        PathPattern one = UriTemplate.parse(template).paths(name -> name.equals("id") ? "[0-9]+" : TagPattern.ANY);
        PathPattern two = UriTemplate.parse(other).paths(name -> TagPattern.ANY);

        assertThat(one.overlaps(two)).isEqualTo(overlap);
        assertThat(two.overlaps(one)).isEqualTo(overlap);
    }

    @ParameterizedTest
    @CsvSource({
        "/articles/{slug}/favorite, /articles/{slug},          true",
        "/articles/{slug}/favorite, /articles,                 true",
        "/articles/{slug}/favorite, /articles/feed,            true",
        "/articles/{slug}/favorite, /articles/{slug}/comments, true",
        "/articles/{slug}/favorite, /articles/{a}/comments/{b}, false",
        "/articles/{slug},          /articles/{slug}/comments, true",
        "/articles/{slug},          /articles/{a}/comments/{b}, true",
        "/articles,                 /articles/{slug},          true",
        "/articles/tags/{tag},      /articles/feed/{slug},     false",
        "/articles/import,          /articles/{slug},          true",
        "/articles,                 /tags,                     false",
        "/articles/{slug},          /tags/{tag},               false",
        "/articles,                 /,                         true",
        "/,                         /articles,                 false",
        "/files/{+path},            /files/{name}/size,        true",
        "/files/{+path},            /articles,                 false",
    })
    void isNearPathsAboveBelowAndBesideIt(String template, String other, boolean near) {
        PathPattern own = UriTemplate.parse(template).paths(name -> TagPattern.ANY);

        assertThat(own.isNear(UriTemplate.parse(other).paths(name -> TagPattern.ANY)))
                .isEqualTo(near);
    }
}
