package io.httpcached.example.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Creates the products of the example, the same ones at every start. Each name combines a finish, a material and an
 * article; each combination occurs once.
 */
final class SampleProducts {

    private record Article(String name, String category) {}

    private static final List<String> FINISHES = List.of(
            """
            Plain Brushed Polished Painted Lacquered Waxed Oiled Smoked Weathered Striped
            Dotted Ribbed Quilted Carved Engraved Glazed Matt Glossy Tinted Antique"""
                    .split("\\s"));

    private static final List<String> MATERIALS = List.of(
            """
            Oak Ash Beech Birch Cherry Walnut Maple Pine Bamboo Cork Rattan Linen Cotton
            Wool Felt Leather Canvas Paper Glass Ceramic Marble Slate Steel Copper Brass"""
                    .split("\\s"));

    private static final List<Article> ARTICLES = Stream.of(
                    articles(
                            "Furniture",
                            "Armchair, Bench, Bookcase, Coffee Table, Desk, Dresser, Nightstand, Stool, Wardrobe"),
                    articles(
                            "Kitchen & Dining",
                            "Bread Bin, Butter Dish, Carafe, Cutting Board, Fruit Bowl, Pepper Mill, Serving Tray,"
                                    + " Spice Rack"),
                    articles("Lighting", "Ceiling Lamp, Desk Lamp, Floor Lamp, Lantern, Wall Light"),
                    articles("Garden", "Bird House, Garden Chair, Hammock Stand, Plant Pot, Trellis, Watering Can"),
                    articles("Office", "Bookend, Letter Tray, Magazine File, Pen Holder"),
                    articles("Children's Room", "Building Blocks, Night Light, Rocking Horse, Toy Chest"),
                    articles("Decoration", "Candle Holder, Mirror, Picture Frame, Vase"))
            .flatMap(articles -> articles)
            .toList();

    /** The number of products. */
    static final int COUNT = FINISHES.size() * MATERIALS.size() * ARTICLES.size();

    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 2_000;

    private static final int CHEAPEST_CENTS = 450;
    private static final int PRICE_RANGE_CENTS = 79_500;

    private SampleProducts() {}

    /** Returns all products in the order of their numbers. */
    static List<Product> all() {
        return IntStream.rangeClosed(1, COUNT).mapToObj(SampleProducts::product).toList();
    }

    private static Product product(int id) {
        int index = id - 1;
        Article article = ARTICLES.get(index % ARTICLES.size());
        String material = MATERIALS.get(index / ARTICLES.size() % MATERIALS.size());
        String finish = FINISHES.get(index / ARTICLES.size() / MATERIALS.size());
        return new Product(
                id,
                finish + " " + material + " " + article.name(),
                article.category(),
                description(finish, material, article),
                BigDecimal.valueOf(CHEAPEST_CENTS + spread(index, PRICE_RANGE_CENTS), 2),
                FIRST_DAY.plusDays(spread(index + COUNT, DAYS)));
    }

    private static Stream<Article> articles(String category, String names) {
        return Arrays.stream(names.split(", ")).map(name -> new Article(name, category));
    }

    private static String description(String finish, String material, Article article) {
        return "%s in %s with a %s finish, made to order."
                .formatted(article.name(), material.toLowerCase(Locale.ROOT), finish.toLowerCase(Locale.ROOT));
    }

    /** Returns a number below the bound that looks random but is reproducible: a multiplicative hash of the index. */
    private static int spread(int index, int bound) {
        return Integer.remainderUnsigned((index * 0x9E3779B1) >>> 8, bound);
    }
}
