package io.httpcached.example.catalog;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.test.CacheTester;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class HomeControllerTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    @Inject
    CacheTester cache;

    @Test
    void servesHtmlInUtf8() {
        HttpResponse<String> response = cache.get("/");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/html;charset=utf-8");
        assertThat(response.body()).startsWith("<!doctype html>").contains("€");
    }

    @Test
    void showsTheNumberOfProductsOfEachCategory() {
        assertThat(cache.get("/").body())
                .contains("<p>20,000 products")
                .contains("<strong>4,500</strong> Furniture")
                .contains("<strong>4,000</strong> Kitchen &amp; Dining");
    }

    @Test
    void listsTheCheapestAndTheNewestProducts() {
        List<Product> all = SampleProducts.all();
        String page = cache.get("/").body();

        assertThat(rowsOf(page, "cheapest"))
                .containsExactlyElementsOf(all.stream()
                        .sorted(comparing(Product::price).thenComparing(Product::id))
                        .limit(5)
                        .map(Product::name)
                        .toList());
        assertThat(rowsOf(page, "newest"))
                .containsExactlyElementsOf(all.stream()
                        .sorted(comparing(Product::addedOn)
                                .thenComparing(Product::id)
                                .reversed())
                        .limit(5)
                        .map(Product::name)
                        .toList());
    }

    @Test
    void everyLinkReturns200() {
        List<String> links = LINK.matcher(cache.get("/").body())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .toList();

        assertThat(links).hasSizeGreaterThan(10);
        for (String link : links) {
            assertThat(cache.get(link).statusCode()).as(link).isEqualTo(200);
        }
    }

    private static List<String> rowsOf(String page, String heading) {
        String section = page.substring(page.indexOf("aria-labelledby=\"" + heading));
        return Pattern.compile("/products/\\d+\">([^<]+)<")
                .matcher(section.substring(0, section.indexOf("</table>")))
                .results()
                .map(row -> row.group(1))
                .toList();
    }
}
