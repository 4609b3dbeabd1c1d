package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {

    private static final Map<String, String> VALUES = Map.of("id", "7", "name", "a b", "rest", "x/y", "ext", "json");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/                          | /",
                "/items                     | /items",
                "/items/{id}                | /items/7",
                "/items/{id}/names/{name}   | /items/7/names/a b",
                "/items/{id:[0-9]{1,3}}/x   | /items/7/x",
                "/items/{id:4,name:2}       | /items/7a b",
                "/list{/id}                 | /list/7",
                "/list{/id,name}            | /list/7/a b",
                "/list{/none}               | /list",
                "/list{/none,id}            | /list/7",
                "/files/{+rest}             | /files/x/y",
                "/files{/rest:.*}           | /files/x/y",
                "/files/{name}{.ext}        | /files/a b.json",
                "/files/{rest*}             | /files/x/y",
                "/search{?id,name*}         | /search",
                "/search{?id}{&name}{#rest} | /search",
                "/search{;id}               | /search",
                "/open/{id                  | /open/7",
                "/empty/{}                  | /empty/",
            })
    void fillsInThePath(String template, String path) {
        assertThat(PathTemplate.parse(template).fill(VALUES::get)).isEqualTo(path);
    }
}
