package io.httpcached.processor.model;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.processor.model.UriTemplate.Variable;
import io.micronaut.http.uri.UriMatchInfo;
import io.micronaut.http.uri.UriMatchVariable;
import io.micronaut.http.uri.UriTemplateMatcher;
import io.micronaut.web.router.naming.HyphenatedUriNamingStrategy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriTemplateTest {

    /** Templates, each with a path that omits every optional variable. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/books                        | /books",
                "/books/{id}                   | /books/1",
                "/{tenant}/books/{id}          | /a/books/1",
                "/books/{id}/{name}            | /books/1/a",
                "/books/{id:5}                 | /books/12345",
                "/books/{id:[0-9]+}            | /books/12",
                "/books/{name:[a-z]+}.{format} | /books/a.json",
                "/books{/page}                 | /books",
                "/books{/page,size}            | /books",
                "/books{/page:[0-9]+}          | /books",
                "/books/{name:?}               | /books/a",
                "/files/{+path}                | /files/a/b/c",
                "/files{/path:.*}              | /files/a/b/c",
                "/files/{path:.*}              | /files/a/b/c",
                "/files/a{.format}             | /files/a.json",
                "/books{?page,size}            | /books",
                "/books{?page,size*}           | /books",
                "/books/{id}{?page}{&size*}    | /books/1",
                "/books/{id}{#part}            | /books/1",
            })
    void agreesWithTheRouter(String text, String path) {
        UriTemplate template = UriTemplate.parse(text);
        UriMatchInfo match = new UriTemplateMatcher(text).match(path).orElseThrow();

        assertThat(template.placeholder()).isFalse();
        assertThat(new UriTemplates(List.of(template)).pathVariables())
                .containsExactlyInAnyOrderElementsOf(match.getVariableValues().keySet());
        assertThat(template.variables().stream().collect(toMap(Variable::name, Variable::exploded)))
                .isEqualTo(match.getVariables().stream()
                        .collect(toMap(UriMatchVariable::getName, UriMatchVariable::isExploded)));
        assertThat(template.variables())
                .filteredOn(variable -> variable.inPath() && !variable.optional())
                .allSatisfy(variable -> assertThat(match.getVariableValues())
                        .extractingByKey(variable.name())
                        .isNotNull());
    }

    @ParameterizedTest
    @CsvSource({
        "/books,    /{id}",
        "/books,    {id}",
        "/books/,   /{id}",
        "books,     id",
        "/books,    ''",
        "/books,    /",
        "/,         /",
        "/,         ''",
        "/,         {id}",
        "/,         /{id}",
        "/books,    {/id}",
        "/books,    {?page}",
        "/books,    {&page}",
        "/books/,   {?page}",
        "/{tenant}, {id}",
        "/books,    {+path}",
    })
    void joinsTheTemplatesOfControllerAndMethodAsTheRouterDoes(String root, String nested) {
        String base = new HyphenatedUriNamingStrategy().normalizeUri(root);

        assertThat(UriTemplate.nested(root, nested).text())
                .isEqualTo(
                        io.micronaut.http.uri.UriTemplate.of(base).nest(nested).toString());
    }

    @Test
    void aPlaceholderIsNotAVariable() {
        UriTemplate template = UriTemplate.parse("/${api.version:v1}/books/{id}/#{ expression }");

        assertThat(template.placeholder()).isTrue();
        assertThat(template.variables()).extracting(Variable::name).containsExactly("id");
    }

    @Test
    void requiresTheVariablesOfEveryTemplate() {
        UriTemplates templates = new UriTemplates(
                List.of(UriTemplate.parse("/{tenant}/by-name/{name}"), UriTemplate.parse("/{tenant}/all{/name}")));

        assertThat(templates.requires("tenant")).isTrue();
        assertThat(templates.requires("name")).isFalse();
        assertThat(templates.pathVariables()).containsExactly("tenant", "name");
        assertThat(templates.isFixed()).isFalse();
    }
}
