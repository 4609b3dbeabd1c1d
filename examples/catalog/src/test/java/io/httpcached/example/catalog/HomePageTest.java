package io.httpcached.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomePageTest {

    private static final String MARKUP = "<script>alert(\"1\" & '2')</script>";

    @Test
    void escapesTextFromTheDatabase() {
        Product product = new Product(1, MARKUP, MARKUP, MARKUP, new BigDecimal("9.90"), LocalDate.of(2024, 2, 29));
        String page = new HomePage(List.of(new CategoryCount(MARKUP, 1)), List.of(product), List.of(product)).toHtml();

        assertThat(page)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;");
    }

    @Test
    void rendersAnEmptyCatalog() {
        assertThat(new HomePage(List.of(), List.of(), List.of()).toHtml()).contains("<p>0 products", "</html>");
    }
}
