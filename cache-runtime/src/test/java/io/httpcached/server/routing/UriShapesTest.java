package io.httpcached.server.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which URI templates may match the same path. */
class UriShapesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a             | /a             | true",
                "/a             | /a/            | true",
                "/              | ''             | true",
                "/a             | /b             | false",
                "/a             | /a/b           | false",
                "/a/{id}        | /a/{name}      | true",
                "/a/{id}        | /a/latest      | true",
                "/a/{id}        | /b/latest      | false",
                "/a/{id}        | /a/latest/b    | false",
                "/a/{id}/x      | /a/{id}/y      | false",
                "/a/v{id}.json  | /a/latest      | true",
                "/a/{+rest}     | /a/b/c         | true",
                "/a{/rest}      | /a             | true",
                "/a/{rest:.*}   | /a/b/c         | true",
                "/a/{n:[0-9]{2}}| /a/12          | true",
                "/b/{+rest}     | /a/b/c         | false",
                "/a{.format}    | /a.json        | true",
                "/a{?q,page}    | /a             | true",
                "/a{?q}         | /a/b           | false",
                "/a/{unclosed   | /a/b           | true",
            })
    void determinesWhetherAPathMayMatchBoth(String one, String other, boolean overlap) {
        assertThat(UriShapes.mayOverlap(one, other)).isEqualTo(overlap);
        assertThat(UriShapes.mayOverlap(other, one)).isEqualTo(overlap);
    }
}
