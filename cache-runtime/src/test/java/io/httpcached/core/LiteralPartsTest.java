package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralPartsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/products               | /products",
                "/products               | /products/",
                "/products/              | /products",
                "/                       | /",
                "/                       | ''",
                "/products/{id}          | /products/7",
                "/products/{id}          | /products/a/b",
                "/products/{id}/         | /products/7",
                "/products/{id}/reviews  | /products/7/reviews/",
                "/products{/page}        | /products",
                "/products{/page}        | /products/2",
                "/products{?q,page}      | /products",
                "/products{&q}           | /products",
                "/products{#part}        | /products",
                "/products/{id}{?q}      | /products/7",
                "/a{?q}/b                | /a/b",
                "/list{.format}          | /list.json",
                "/list;x={x}             | /list;x=1",
                "/{+path}                | /any/path",
                "/{a}-{b}                | /1-2",
                "/{id:[0-9]{3}}/x        | /123/x",
                "/caf%C3%A9              | /café",
                "/café                   | /café",
                "/a+b                    | /a+b",
                "/100%                   | /100%",
                "/{}                     | /a",
                "/{open                  | /anything",
                "{+any}                  | /",
            })
    void mayMatch(String template, String path) {
        assertThat(LiteralParts.of(template).mayMatch(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/products               | /product",
                "/products               | /products/7",
                "/products               | /Products",
                "/                       | /a",
                "/products/{id}          | /orders/7",
                "/products/{id}          | /products",
                "/products/{id}/reviews  | /products/7",
                "/products/{id}/reviews  | /products/reviews",
                "/products{?q}           | /productsq",
                "/a/{b}/c/{d}/e          | /a/1/d/2/e",
                "/a/{b}/c/{d}/c          | /a/1/c",
                "/caf%C3%A9              | /cafe",
            })
    void doesNotMatch(String template, String path) {
        assertThat(LiteralParts.of(template).mayMatch(path)).isFalse();
    }
}
