package io.httpcached.example.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The data of the home page, with its rendering as HTML.
 *
 * @param categories all categories with the number of their products
 * @param cheapest the cheapest products in ascending order of price
 * @param newest the newest products, the newest first
 */
record HomePage(List<CategoryCount> categories, List<Product> cheapest, List<Product> newest) {

    private static final String STYLE =
            """
            :root { color-scheme: light dark; --line: #8884; --accent: #0b5d4e; }
            @media (prefers-color-scheme: dark) { :root { --accent: #6fd3bd; } }
            body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem; font: 1rem/1.5 system-ui, sans-serif; }
            h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
            h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem; }
            a { color: var(--accent); }
            .categories { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .75rem; }
            .categories { margin: 0; padding: 0; list-style: none; }
            .categories li { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; }
            .categories strong { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
            .table { overflow-x: auto; }
            table { width: 100%; border-collapse: collapse; }
            th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; }
            time { white-space: nowrap; }
            .number { padding-right: 0; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            """;

    /** Returns the page as an HTML document. */
    String toHtml() {
        long total = categories.stream().mapToLong(CategoryCount::products).sum();
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Catalog</title>
                <style>
                %s</style>
                </head>
                <body>
                <header>
                <h1>Catalog</h1>
                <p>%s products, as JSON at <a href="/products?skip=0&amp;limit=20">/products?skip=0&amp;limit=20</a>.</p>
                </header>
                <main>
                <h2>Categories</h2>
                <ul class="categories">
                %s
                </ul>
                <h2 id="cheapest">Cheapest</h2>
                %s
                <h2 id="newest">Newest</h2>
                %s
                </main>
                </body>
                </html>
                """
                .formatted(
                        STYLE, grouped(total), categoryItems(), table("cheapest", cheapest), table("newest", newest));
    }

    private String categoryItems() {
        return categories.stream()
                .map(count -> "<li><strong>%s</strong> %s</li>"
                        .formatted(grouped(count.products()), Html.escape(count.category())))
                .collect(Collectors.joining("\n"));
    }

    private static String table(String headingId, List<Product> products) {
        return """
                <div class="table">
                <table aria-labelledby="%s">
                <thead><tr><th scope="col">Product</th><th scope="col">Category</th>\
                <th scope="col">Added</th><th scope="col" class="number">Price</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                </div>"""
                .formatted(headingId, products.stream().map(HomePage::row).collect(Collectors.joining("\n")));
    }

    private static String row(Product product) {
        return """
                <tr><td><a href="/products/%d">%s</a></td><td>%s</td><td><time>%s</time></td>\
                <td class="number">€ %s</td></tr>"""
                .formatted(
                        product.id(),
                        Html.escape(product.name()),
                        Html.escape(product.category()),
                        product.addedOn(),
                        product.price().toPlainString());
    }

    private static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
