package io.httpcached.example.catalog;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

/** The products in the database. Every method blocks. */
@JdbcRepository(dialect = Dialect.H2)
interface ProductRepository extends CrudRepository<Product, Long> {

    /**
     * One page of the catalogue.
     *
     * @param skip how many products to leave out, in the order of their numbers
     * @param limit how many to return at most
     * @return the products after those, empty behind the last
     */
    @Query("SELECT * FROM product ORDER BY id OFFSET :skip ROWS FETCH NEXT :limit ROWS ONLY")
    List<Product> page(int skip, int limit);

    /** {@return how many products each category has, by name} */
    @Query("SELECT category, COUNT(*) AS products FROM product GROUP BY category ORDER BY category")
    List<CategoryCount> countByCategory();

    /** {@return the five cheapest products, the cheapest first} */
    List<Product> findTop5OrderByPriceAscAndIdAsc();

    /** {@return the five newest products, the newest first} */
    List<Product> findTop5OrderByAddedOnDescAndIdDesc();
}
