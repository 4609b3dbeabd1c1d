package io.httpcached.example.catalog;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

/** Reads and writes the products in the database. All methods block. */
@JdbcRepository(dialect = Dialect.H2)
interface ProductRepository extends CrudRepository<Product, Long> {

    /**
     * Returns one page of the catalog.
     *
     * @param skip the number of products to skip, in the order of their numbers
     * @param limit the maximum number of products to return
     * @return the products of the page; empty after the last product
     */
    @Query("SELECT * FROM product ORDER BY id OFFSET :skip ROWS FETCH NEXT :limit ROWS ONLY")
    List<Product> page(int skip, int limit);

    /**
     * Reduces the prices of a category, to whole cents.
     *
     * @param category the name of the category
     * @param percent the reduction in percent
     * @return the number of reduced products
     */
    @Query("UPDATE product SET price = ROUND(price * (100 - :percent) / 100, 2) WHERE category = :category")
    long reducePrices(String category, int percent);

    /** Returns the number of products in each category, sorted by name. */
    @Query("SELECT category, COUNT(*) AS products FROM product GROUP BY category ORDER BY category")
    List<CategoryCount> countByCategory();

    /** Returns the five cheapest products, the cheapest first. */
    List<Product> findTop5OrderByPriceAscAndIdAsc();

    /** Returns the five newest products, the newest first. */
    List<Product> findTop5OrderByAddedOnDescAndIdDesc();
}
